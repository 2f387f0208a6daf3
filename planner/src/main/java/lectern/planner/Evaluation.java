package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;
import lectern.planner.rules.Violation;

/// What a plan is worth, computed from scratch by code that the search does not use. Immutable.
///
/// @param violations every broken hard rule, and every cost that the plan misstates; none: the plan is valid
/// @param cost the true cost, whatever the plan states
public record Evaluation(List<Violation> violations, Cost cost) {

    public Evaluation {
        violations = List.copyOf(violations);
    }

    /// Any plan may be judged: talks and speakers that the problem does not know are violations, too. Stateless; takes
    /// time in proportion to the problem and the plan.
    public static Evaluation of(Problem problem, Plan plan) {
        Directory directory = new Directory(problem);
        List<Violation> violations = new ArrayList<>(HardRules.violations(directory, plan.assignments()));
        Cost cost = Costs.of(directory, plan.assignments());
        if (plan.cost() != null) {
            addMisstated(plan.cost(), cost, violations);
        }
        return new Evaluation(violations, cost);
    }

    private static void addMisstated(Cost stated, Cost actual, List<Violation> violations) {
        var actualTerms = actual.terms();
        stated.terms().forEach((term, value) -> {
            long real = actualTerms.getOrDefault(term, 0L);
            if (value != real) {
                violations.add(new Violation.MisstatedCost(term, value, real));
            }
        });
    }

    public boolean isValid() {
        return violations.isEmpty();
    }
}
