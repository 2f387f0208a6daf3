package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;
import lectern.planner.rules.Violation;

/// What assigning a talk by hand would do to a plan. Immutable.
///
/// @param violations hard rules that it would break and that are not broken anyway
/// @param difference against the plan as it stands, term by term
public record HandAssignment(List<Violation> violations, Cost difference) {

    public HandAssignment {
        violations = List.copyOf(violations);
    }

    /// The talk leaves whoever has it and goes to this speaker at this start; all else stays.
    public static HandAssignment check(Problem problem, Plan plan, String talkId, String speakerId, int start) {
        Directory directory = new Directory(problem);
        Plan changed = plan.with(new Assignment(talkId, speakerId, start));
        List<Violation> violations = new ArrayList<>(HardRules.violations(directory, changed.assignments()));
        violations.removeAll(HardRules.violations(directory, plan.assignments()));
        Cost difference = Costs.of(directory, changed.assignments()).minus(Costs.of(directory, plan.assignments()));
        return new HandAssignment(violations, difference);
    }
}
