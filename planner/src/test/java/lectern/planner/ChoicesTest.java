package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private static final int LAST_MINUTE = 50;

    /// Every talk, every speaker, every minute of some hundred small problems: the choices say exactly what the
    /// evaluator says of each.
    @Test
    void theChoicesAreExactlyWhatTheRulesAllowAndCostWhatTheEvaluatorSays() {
        int allowed = 0;
        for (long seed = 0; seed < 120; seed++) {
            Problem problem = RandomProblems.tiny(seed);
            Plan plan = Plan.of(Planner.plan(problem, Limits.ofIterations(30, seed), progress -> {}, () -> false)
                    .assignments());
            Directory directory = new Directory(problem);
            for (int t = 0; t < problem.talks().size(); t++) {
                String talk = problem.talks().get(t).id();
                List<Choices.Choice> choices = Choices.of(directory, plan, talk).choices();
                for (int s = 0; s < problem.speakers().size(); s++) {
                    String speaker = problem.speakers().get(s).id();
                    for (int start = 0; start <= LAST_MINUTE; start++) {
                        HandAssignment check = HandAssignment.check(problem, plan, talk, speaker, start);
                        @Nullable Cost expected = check.violations().isEmpty() ? check.difference() : null;
                        assertThat(difference(choices, speaker, start))
                                .as("problem %d: %s by %s at %d", seed, talk, speaker, start)
                                .isEqualTo(expected);
                        allowed += expected == null ? 0 : 1;
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThan(500);
    }

    private static @Nullable Cost difference(List<Choices.Choice> choices, String speaker, int start) {
        List<Choices.Choice> fitting = choices.stream()
                .filter(choice -> choice.speaker().equals(speaker) && choice.from() <= start && start <= choice.to())
                .toList();
        assertThat(fitting).hasSizeLessThanOrEqualTo(1);
        return fitting.isEmpty() ? null : fitting.getFirst().difference();
    }
}
