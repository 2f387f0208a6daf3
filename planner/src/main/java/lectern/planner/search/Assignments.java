package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;

/// Turns a plan in numbers back into the problem's words.
record Assignments(Problem source, Compiled problem) {

    /// By speaker, each speaker's in the order in which they are given.
    List<Assignment> of(KeptPlan plan) {
        List<Assignment> assignments = new ArrayList<>();
        for (int r = 0; r < problem.routes; r++) {
            for (int t = plan.first[r]; t != NONE; t = plan.next[t]) {
                assignments.add(new Assignment(
                        source.talks().get(t).id(),
                        source.speakers().get(problem.routeSpeaker[r]).id(),
                        plan.start[t]));
            }
        }
        return assignments;
    }
}
