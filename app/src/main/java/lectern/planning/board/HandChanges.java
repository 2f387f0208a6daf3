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
public class HandChanges {
    private final Drafts drafts;
    private final DraftRows rows;
    private final LaterBookings later;
    private final Audit audit;
    private final JsonMapper json;

    HandChanges(Drafts drafts, DraftRows rows, LaterBookings later, Audit audit, JsonMapper json) {
        this.drafts = drafts;
        this.rows = rows;
        this.later = later;
        this.audit = audit;
        this.json = json;
    }

    /// Gives the talk to that speaker at that time.
    ///
    /// @param version of the plan that the officer looked at
    /// @return the rules that this would break, as in [Solution#broken]; then nothing was changed
    @Transactional
    public List<String> assign(Plan plan, UUID request, UUID speaker, Instant startsAt, int version) {
        var draft = locked(plan, version);
        requireTalk(draft, request);
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
        var draft = locked(plan, version);
        requireTalk(draft, request);
        var without = draft.solution().without(request);
        leaveOut(plan, request, without);
        changed(plan, without);
        audit.record("leave-out", "plan", plan.id(), Map.of("request", request));
    }

    /// Takes out every talk that clashes with what was booked since, so that the rest can be published. Requests that
    /// others scheduled or withdrew leave the plan; the others stay open.
    @Transactional
    public void leaveOutClashes(Plan plan, int version) {
        var draft = locked(plan, version);
        var clashes = later.clashes(plan, draft);
        if (clashes.isEmpty()) {
            return;
        }
        var rest = draft.solution().without(clashes.keySet());
        clashes.forEach((request, clash) -> {
            switch (clash) {
                case REQUEST -> rows.remove(plan.id(), request);
                case SPEAKER, VENUE -> leaveOut(plan, request, rest);
            }
        });
        changed(plan, rest);
        audit.record("leave-out-clashes", "plan", plan.id(), Map.of("talks", clashes.size()));
    }

    private void leaveOut(Plan plan, UUID request, Solution without) {
        var funnel = without.funnel(request);
        rows.leaveOut(plan.id(), plan.path(), request, json.writeValueAsString(funnel.left()), funnel.blocked());
    }

    private Draft locked(Plan plan, int version) {
        rows.lock(plan.id()).requireDraft(version);
        var draft = drafts.of(plan);
        if (draft.version() != version) {
            throw Refusal.conflict("plan.refused.version");
        }
        return draft;
    }

    private static void requireTalk(Draft draft, UUID request) {
        if (!draft.talks().containsKey(request)) {
            throw Refusal.notFound();
        }
    }

    private void changed(Plan plan, Solution solution) {
        rows.changed(
                plan.id(),
                json.writeValueAsString(solution.cost()),
                solution.assigned().size(),
                solution.speakersUsed());
    }
}
