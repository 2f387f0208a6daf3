package lectern.planner;

import static lectern.planner.Problems.given;
import static lectern.planner.Problems.plan;
import static lectern.planner.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final String T1 = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[0, 900]], 'priority': 3}";
    private static final String T2 = "{'id': 't2', 'place': 'a', 'minutes': 60, 'windows': [[0, 900]]}";
    private static final String S1 = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300], [300, 900]]}";

    private static Cost cost(Problem problem, Plan plan) {
        return Evaluation.of(problem, plan).cost();
    }

    @Test
    void anEmptyPlanCostsThePrioritiesOfAllTalks() {
        assertThat(cost(problem(T1 + "," + T2, S1), plan())).isEqualTo(Cost.of(4000, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void travelLoadAndRepeatAreSummedOverShifts() {
        Problem problem = problem(T1 + "," + T2, S1, "'weights': {'shift': 7}");
        assertThat(cost(problem, plan(given("t1", "s1", 10), given("t2", "s1", 310))))
                .isEqualTo(Cost.of(0, 40, 14, 0, 20, 20, 0, 0, 0));
        assertThat(cost(problem, plan(given("t1", "s1", 10), given("t2", "s1", 70))))
                .isEqualTo(Cost.of(0, 20, 7, 0, 20, 20, 0, 0, 0));
    }

    @Test
    void misfitCountsHundredthsAndOvertierCountsSteps() {
        String elderly = "{'id': 't1', 'place': 'h', 'minutes': 60, 'windows': [[0, 900]], 'segment': 'elderly',"
                + " 'minTier': 1}";
        String speaker = "{'id': 's1', 'home': 'h', 'shifts': [[0, 900]], 'tier': 3, 'fit': {'elderly': 0.29}}";
        assertThat(cost(problem(elderly, speaker, "'weights': {'misfit': 2}"), plan(given("t1", "s1", 10))))
                .isEqualTo(Cost.of(0, 0, 0, 142, 5, 0, 20, 0, 0));
    }

    @Test
    void anotherSpeakerIsAChangeAndAnotherStartIsAMove() {
        String two = S1 + ", {'id': 's2', 'home': 'a', 'shifts': [[0, 900]]}";
        Problem problem = problem(T1, two, "'previous': [{'talk': 't1', 'speaker': 's2', 'start': 50}]");
        assertThat(cost(problem, plan(given("t1", "s2", 50)))).isEqualTo(Cost.of(0, 0, 0, 0, 5, 0, 0, 0, 0));
        assertThat(cost(problem, plan(given("t1", "s2", 51)))).isEqualTo(Cost.of(0, 0, 0, 0, 5, 0, 0, 0, 50));
        assertThat(cost(problem, plan(given("t1", "s1", 50)))).isEqualTo(Cost.of(0, 20, 0, 0, 5, 0, 0, 200, 0));
        assertThat(cost(problem, plan())).isEqualTo(Cost.of(3000, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void haversineTravelIsRoundedUpAndEuclideanTravelDown() {
        String talk = "'talks': [{'id': 't', 'place': 'p', 'minutes': 1, 'windows': [[0, 9000]]}]";
        String speaker = "'speakers': [{'id': 's', 'home': 'q', 'shifts': [[0, 9000]]}]";
        // One degree of a meridian is 2πR/360 = 111.19508 km; × 1.3 ÷ 40 × 60 = 216.83, so 217 each way.
        Problem globe = Problems.parse("{'travel': {'kind': 'haversine', 'detour': 1.3, 'kmh': 40}, 'places':"
                + "[{'id': 'p', 'lat': 32, 'lon': 120}, {'id': 'q', 'lat': 33, 'lon': 120}]," + talk + "," + speaker
                + "}");
        assertThat(cost(globe, plan(given("t", "s", 500))).travel()).isEqualTo(434);
        // √2 × 10 = 14.14, so 14 each way.
        Problem plane = Problems.parse("{'travel': {'kind': 'euclidean', 'scale': 10}, 'places':"
                + "[{'id': 'p', 'x': 1, 'y': 1}, {'id': 'q', 'x': 2, 'y': 2}]," + talk + "," + speaker + "}");
        assertThat(cost(plane, plan(given("t", "s", 500))).travel()).isEqualTo(28);
    }
}
