package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.format.PlanFile;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Assertions are on in tests, so that every accepted step of these searches is judged anew by the rules.
class SearchTest {

    private static Plan plan(Problem problem, long iterations, long seed) {
        return Planner.plan(problem, Limits.ofIterations(iterations, seed), progress -> {}, () -> false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatItFindsIsValidAndCostsWhatItSays(long seed) {
        Problem problem = RandomProblems.month(60, 300, 5, seed);
        Plan plan = plan(problem, 300, seed);
        Evaluation evaluation = Evaluation.of(problem, plan);
        assertThat(evaluation.violations()).isEmpty();
        assertThat(plan.cost()).isEqualTo(evaluation.cost());
        assertThat(plan.assignments().size() + plan.unserved().size()).isEqualTo(60);
        assertThat(PlanFile.read(PlanFile.write(plan))).isEqualTo(plan);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Problem problem = RandomProblems.month(60, 300, 5, 9);
        assertThat(plan(problem, 300, 7)).isEqualTo(plan(problem, 300, 7));
    }

    @Test
    void whatWasPublishedAndPinnedStays() {
        Problem problem = RandomProblems.month(60, 300, 5, 3);
        List<Assignment> published = plan(problem, 300, 1).assignments();
        Problem again = new Problem(
                problem.travel(),
                problem.weights(),
                problem.places(),
                problem.talks(),
                problem.speakers(),
                published.subList(0, 10),
                published);
        Plan plan = plan(again, 300, 2);
        assertThat(Evaluation.of(again, plan).violations()).isEmpty();
        assertThat(plan.assignments().containsAll(published.subList(0, 10))).isTrue();
    }

    @Test
    void severalThreadsFindAValidPlanAndStopWhenTold() {
        Problem problem = RandomProblems.month(30, 150, 3, 5);
        int[] asked = {0};
        Plan plan = Planner.plan(problem, new Limits(3600, 2, 1, 0), progress -> {}, () -> ++asked[0] > 3);
        assertThat(Evaluation.of(problem, plan).violations()).isEmpty();
    }

    @Test
    void threadsThatShareAPlanFindAValidOne() {
        Problem problem = RandomProblems.month(60, 300, 5, 2);
        Plan plan = Planner.plan(problem, new Limits(0, 3, 1, 500), progress -> {}, () -> false);
        Evaluation evaluation = Evaluation.of(problem, plan);
        assertThat(evaluation.violations()).isEmpty();
        assertThat(plan.cost()).isEqualTo(evaluation.cost());
    }

    @Test
    void whenSomeAreAwayNearlyAllOthersKeepWhatTheyHave() {
        Problem problem = RandomProblems.month(120, 300, 6, 4);
        List<Assignment> published = plan(problem, 500, 1).assignments();
        List<String> away =
                published.stream().map(Assignment::speaker).distinct().limit(4).toList();
        Problem again = withoutShiftsOf(away, problem, published);
        Plan changed = plan(again, 500, 1);
        long untouched = published.stream()
                .filter(assignment -> !away.contains(assignment.speaker()))
                .count();
        long kept = published.stream().filter(changed.assignments()::contains).count();
        assertThat(kept).isGreaterThanOrEqualTo((long) (0.98 * untouched));
        Problem anew = withoutShiftsOf(away, problem, List.of());
        long lost = published.size() - untouched;
        long afresh = total(anew, plan(anew, 500, 1)) + lost * problem.weights().change();
        assertThat(total(again, changed)).isLessThanOrEqualTo(afresh + afresh / 100);
    }

    /// With what changing the published plan costs, whoever made the plan.
    private static long total(Problem problem, Plan plan) {
        return Evaluation.of(problem, plan).cost().total();
    }

    private static Problem withoutShiftsOf(List<String> away, Problem problem, List<Assignment> published) {
        List<Speaker> speakers = problem.speakers().stream()
                .map(speaker -> away.contains(speaker.id()) ? withoutShifts(speaker) : speaker)
                .toList();
        return new Problem(
                problem.travel(), problem.weights(), problem.places(), problem.talks(), speakers, List.of(), published);
    }

    private static Speaker withoutShifts(Speaker speaker) {
        return new Speaker(
                speaker.id(),
                speaker.home(),
                speaker.skills(),
                speaker.tier(),
                List.of(),
                speaker.maxTalks(),
                speaker.maxTalksPerShift(),
                speaker.capacity(),
                speaker.fit());
    }

    @Test
    void aProblemWithoutTalksHasAnEmptyPlan() {
        assertThat(plan(Problems.problem("", ""), 10, 1).assignments()).isEmpty();
    }

    @Test
    void onTinyProblemsItFindsWhatTryingEveryPlanFinds() {
        for (long seed = 1; seed <= 40; seed++) {
            Problem problem = RandomProblems.tiny(seed);
            long best = cheapest(problem, 0, new ArrayList<>());
            assertThat(plan(problem, 400, 1).cost())
                    .as("problem %d", seed)
                    .extracting("total")
                    .isEqualTo(best);
        }
    }

    private static long cheapest(Problem problem, int talk, List<Assignment> soFar) {
        if (talk == problem.talks().size()) {
            Evaluation evaluation = Evaluation.of(problem, Plan.of(soFar));
            return evaluation.isValid() ? evaluation.cost().total() : Long.MAX_VALUE;
        }
        long best = cheapest(problem, talk + 1, soFar);
        Talk next = problem.talks().get(talk);
        for (Speaker speaker : problem.speakers()) {
            for (Window window : next.windows()) {
                for (int start = window.from(); start <= window.to(); start++) {
                    soFar.add(new Assignment(next.id(), speaker.id(), start));
                    best = Math.min(best, cheapest(problem, talk + 1, soFar));
                    soFar.removeLast();
                }
            }
        }
        return best;
    }
}
