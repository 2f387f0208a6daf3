package lectern.planning.part;

import lectern.planning.Plan;
import lectern.planning.board.Draft;
import lectern.planning.board.DraftRows;
import lectern.planning.board.DraftSteps;
import lectern.planning.problem.Part;
import lectern.planning.problem.Solution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes what came of a part into the draft, as one step that can be taken back.
@Component
class ReplanResults {
    private final DraftRows rows;
    private final DraftSteps steps;
    private final Replans replans;
    private final JsonMapper json;

    ReplanResults(DraftRows rows, DraftSteps steps, Replans replans, JsonMapper json) {
        this.rows = rows;
        this.steps = steps;
        this.replans = replans;
        this.json = json;
    }

    /// @throws lectern.platform.web.Refusal 409 when the draft was changed meanwhile; then it stays as it is
    @Transactional
    public void keep(Plan plan, Replan replan, Draft before, Part.Result result) {
        rows.lock(plan.id()).requireDraft(replan.version());
        if (result.changed().isEmpty()) {
            replans.end(replan.id(), Replan.State.NOTHING, "");
            return;
        }
        var step = steps.record(plan, DraftSteps.Kind.REPLAN, result.changed());
        var after = result.plan();
        var given = Part.given(after, result.changed());
        for (var request : result.changed()) {
            var is = given.get(request);
            if (is == null) {
                var funnel = after.funnel(request);
                rows.leaveOut(
                        plan.id(), plan.path(), request, json.writeValueAsString(funnel.left()), funnel.blocked());
            } else {
                rows.assign(
                        plan.id(),
                        plan.path(),
                        request,
                        is.speaker(),
                        before.horizon().instant(is.start()),
                        false);
            }
        }
        rows.changed(
                plan.id(),
                json.writeValueAsString(after.cost()),
                after.assigned().size(),
                after.speakersUsed());
        replans.end(replan.id(), Replan.State.DONE, "", step, total(before.solution()), total(after));
    }

    private static long total(Solution solution) {
        return solution.cost().values().stream().mapToLong(Long::longValue).sum();
    }
}
