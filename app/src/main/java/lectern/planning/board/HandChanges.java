package lectern.planning.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.problem.Solution;
import lectern.platform.audit.Audit;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What officers change in a draft by hand. Each change keeps the hard rules and brings the cost up to date.
@Component
class HandChanges {
    private final Drafts drafts;
    private final DraftRows rows;
    private final Audit audit;
    private final JsonMapper json;

    HandChanges(Drafts drafts, DraftRows rows, Audit audit, JsonMapper json) {
        this.drafts = drafts;
        this.rows = rows;
        this.audit = audit;
        this.json = json;
    }

    /// Gives the talk to that speaker at that time.
    ///
    /// @param version of the plan that the officer looked at
    /// @return the rules that this would break, as in [Solution#broken]; then nothing was changed
    @Transactional
    public List<String> assign(Plan plan, UUID request, UUID speaker, Instant startsAt, int version) {
        var draft = locked(plan, request, version);
        if (!draft.names().containsKey(speaker)) {
            throw Refusal.invalid("plan.refused.speaker");
        }
        var start = draft.horizon().minute(startsAt);
        var broken = draft.solution().broken(request, speaker, start);
        if (!broken.isEmpty()) {
            return broken;
        }
        rows.assign(plan.id(), plan.path(), request, speaker, startsAt);
        changed(plan, draft.solution().with(request, speaker, start));
        audit.record(
                "assign-by-hand",
                "plan",
                plan.id(),
                Map.of("request", request, "speaker", speaker, "start", startsAt.toString()));
        return List.of();
    }

    /// Takes the talk out of the plan; its request stays open.
    @Transactional
    public void leaveOut(Plan plan, UUID request, int version) {
        var without = locked(plan, request, version).solution().without(request);
        var funnel = without.funnel(request);
        rows.leaveOut(plan.id(), plan.path(), request, json.writeValueAsString(funnel.left()), funnel.blocked());
        changed(plan, without);
        audit.record("leave-out", "plan", plan.id(), Map.of("request", request));
    }

    private Draft locked(Plan plan, UUID request, int version) {
        rows.lock(plan.id()).requireDraft(version);
        var draft = drafts.of(plan);
        if (draft.version() != version) {
            throw Refusal.conflict("plan.refused.version");
        }
        if (!draft.talks().containsKey(request)) {
            throw Refusal.notFound();
        }
        return draft;
    }

    private void changed(Plan plan, Solution solution) {
        rows.changed(
                plan.id(),
                json.writeValueAsString(solution.cost()),
                solution.assigned().size(),
                solution.speakersUsed());
    }
}
