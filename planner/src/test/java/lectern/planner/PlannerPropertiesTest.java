package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.format.PlanFile;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;
import lectern.planner.search.ParallelSearch;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every problem, tried on drawn ones; a failing one is shrunk to its smallest form.
class PlannerPropertiesTest {

    @Provide
    Arbitrary<Problem> tiny() {
        return DrawnProblems.tiny();
    }

    private static Plan plan(Problem problem, long iterations) {
        return Planner.plan(problem, Limits.ofIterations(iterations, 1), progress -> {}, () -> false);
    }

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aPlanIsValidAndCostsWhatItSaysAndAccountsForEveryTalk(@ForAll("tiny") Problem problem) {
        Plan plan = plan(problem, 30);
        assertThat(Evaluation.of(problem, plan).violations()).isEmpty();
        assertThat(plan.assignments().size() + plan.unserved().size())
                .isEqualTo(problem.talks().size());
    }

    @Property(tries = 200, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void nothingIsCheaperThanWhatThePlannerFinds(@ForAll("tiny") Problem problem) {
        long best = cheapest(problem, 0, new ArrayList<>());
        assertThat(plan(problem, 600).cost()).extracting("total").isEqualTo(best);
    }

    /// By trying every plan that breaks no rule.
    private static long cheapest(Problem problem, int talk, List<Assignment> soFar) {
        if (talk == problem.talks().size()) {
            NaiveEvaluator naive = new NaiveEvaluator(problem, soFar, NaiveEvaluator.Fault.NONE);
            return naive.isValid() ? naive.cost().total() : Long.MAX_VALUE;
        }
        long best = cheapest(problem, talk + 1, soFar);
        Talk next = problem.talks().get(talk);
        for (Speaker speaker : problem.speakers()) {
            for (Window window : next.windows()) {
                for (int start = window.from(); start <= window.to(); start++) {
                    soFar.add(new Assignment(next.id(), speaker.id(), start));
                    if (isPossible(problem, soFar)) {
                        best = Math.min(best, cheapest(problem, talk + 1, soFar));
                    }
                    soFar.removeLast();
                }
            }
        }
        return best;
    }

    /// More talks mend no broken rule, save that pins may still come.
    private static boolean isPossible(Problem problem, List<Assignment> soFar) {
        return new NaiveEvaluator(problem, soFar, NaiveEvaluator.Fault.PINS_ARE_IGNORED).isValid();
    }

    @Property(tries = 100, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void problemsAndPlansAreReadAsTheyWereWritten(@ForAll("tiny") Problem problem) {
        assertThat(ProblemFile.read(ProblemFile.write(problem))).isEqualTo(problem);
        Plan plan = plan(problem, 5);
        assertThat(PlanFile.read(PlanFile.write(plan))).isEqualTo(plan);
    }

    /// Otherwise the search would not judge its own steps anew in these tests.
    @Example
    void assertionsAreOn() {
        assertThat(ParallelSearch.class.desiredAssertionStatus()).isTrue();
    }
}
