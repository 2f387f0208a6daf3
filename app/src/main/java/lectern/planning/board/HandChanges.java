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
    private final DraftSteps steps;
    private final LaterBookings later;
    private final Audit audit;
    private final JsonMapper json;

    HandChanges(Drafts drafts, DraftRows rows, DraftSteps steps, LaterBookings later, Audit audit, JsonMapper json) {
        this.drafts = drafts;
        this.rows = rows;
        this.steps = steps;
        this.later = later;
        this.audit = audit;
        this.json = json;
    }

    /// Gives the talk to that speaker at that time, and pins it there.
    ///
    /// @param version of the plan that the officer looked at
    /// @return the rules that this would break, as in [Solution#broken], or what was booked meanwhile (booked,
    ///     bookedVenue, gone); then nothing was changed
    @Transactional
    public List<String> assign(Plan plan, UUID request, UUID speaker, Instant startsAt, int version) {
        var draft = locked(plan, version);
        var talk = requireTalk(draft, request);
        if (!draft.names().containsKey(speaker)) {
            throw Refusal.invalid("plan.refused.speaker");
        }
        var start = draft.horizon().minute(startsAt);
        var broken = draft.solution().broken(request, speaker, start);
        if (!broken.isEmpty()) {
            return broken;
        }
        var clash = later.clash(draft, talk, speaker, start);
        if (clash != null) {
            return List.of(
                    switch (clash) {
                        case SPEAKER -> "booked";
                        case VENUE -> "bookedVenue";
                        case REQUEST -> "gone";
                    });
        }
        steps.record(plan, DraftSteps.Kind.ASSIGN, List.of(request));
        rows.assign(plan.id(), plan.path(), request, speaker, startsAt, true);
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
        steps.record(plan, DraftSteps.Kind.LEAVE_OUT, List.of(request));
        leaveOut(plan, request, without);
        changed(plan, without);
        audit.record("leave-out", "plan", plan.id(), Map.of("request", request));
    }

    /// Pins a talk to its speaker and time, so that planning a part again leaves it alone; or lets it go.
    @Transactional
    public void pin(Plan plan, UUID request, boolean pinned, int version) {
        var draft = locked(plan, version);
        requireTalk(draft, request);
        steps.record(plan, DraftSteps.Kind.PIN, List.of(request));
        if (!rows.pin(plan.id(), request, pinned)) {
            throw Refusal.conflict("plan.refused.pin");
        }
        changed(plan, draft.solution());
        audit.record("pin-talk", "plan", plan.id(), Map.of("request", request, "pinned", pinned));
    }

    /// Takes the last change of the draft back, whoever made it.
    ///
    /// @return the talks that stand again as they stood before
    @Transactional
    public List<UUID> undo(Plan plan, int version) {
        var draft = locked(plan, version);
        var step = steps.last(plan.id()).orElseThrow(() -> Refusal.conflict("plan.refused.undo"));
        var talks = steps.before(plan.id(), step.number()).stream()
                .map(DraftSteps.Before::request)
                .toList();
        steps.takeBack(plan.id(), step.number());
        changed(plan, draft.solution().with(assigned(plan, draft)));
        audit.record(
                "undo-plan-step", "plan", plan.id(), Map.of("kind", step.kind().name(), "talks", talks.size()));
        return talks;
    }

    private List<Solution.Assigned> assigned(Plan plan, Draft draft) {
        return rows.assigned(plan.id()).stream()
                .map(row -> new Solution.Assigned(
                        row.request(), row.speaker(), draft.horizon().minute(row.startsAt())))
                .toList();
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
        steps.record(plan, DraftSteps.Kind.LEAVE_OUT_CLASHES, clashes.keySet());
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

    private static BoardTalk requireTalk(Draft draft, UUID request) {
        var talk = draft.talks().get(request);
        if (talk == null) {
            throw Refusal.notFound();
        }
        return talk;
    }

    private void changed(Plan plan, Solution solution) {
        rows.changed(
                plan.id(),
                json.writeValueAsString(solution.cost()),
                solution.assigned().size(),
                solution.speakersUsed());
    }
}
