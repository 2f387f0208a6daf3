package lectern.planner;

import static lectern.planner.Problems.given;
import static lectern.planner.Problems.plan;
import static lectern.planner.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelCounts;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Problem;
import lectern.planner.rules.Violation;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String LAW =
            "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 120]], 'needs': ['law'], 'minTier': 1}";
    private static final String OTHER = "{'id': 't2', 'place': 'b', 'minutes': 60, 'windows': [[100, 120]]}";
    private static final String SIX = speaker("unskilled", "[]", 1, "[[0, 300]]")
            + speaker("low", "['law']", 0, "[[0, 300]]")
            + speaker("away", "['law']", 1, "[[0, 90], [200, 300]]")
            + speaker("far", "['law']", 1, "[[100, 160]]")
            + speaker("busy", "['law']", 1, "[[0, 300]]")
            + speaker("free", "['law']", 1, "[[0, 300]]").replace("}, ", "}");

    private static String speaker(String id, String skills, int tier, String shifts) {
        return "{'id': '%s', 'home': 'h', 'skills': %s, 'tier': %d, 'shifts': %s}, "
                .formatted(id, skills, tier, shifts);
    }

    @Test
    void theFunnelCountsWhoIsLeftAfterEachTest() {
        Problem problem = problem(LAW + "," + OTHER, SIX);
        Funnel funnel = Funnel.of(problem, plan(given("t2", "busy", 110)), "t1");
        assertThat(funnel.counts()).isEqualTo(new FunnelCounts(6, 5, 4, 3, 2, 1));
        assertThat(funnel.blocked()).isEqualTo(FunnelTest.COST);
        assertThat(funnel.survivors(FunnelTest.REACHABLE)).isEqualTo(List.of("busy", "free"));
        assertThat(funnel.survivors(FunnelTest.FREE)).isEqualTo(List.of("free"));
    }

    @Test
    void theFirstTestThatLeavesNobodyBlocks() {
        Problem problem = problem(LAW + "," + OTHER, SIX.substring(0, SIX.lastIndexOf(", {'id': 'free'")));
        assertThat(Funnel.of(problem, plan(given("t2", "busy", 110)), "t1").blocked())
                .isEqualTo(FunnelTest.FREE);
        assertThat(Funnel.of(problem, plan(), "t1").blocked()).isEqualTo(FunnelTest.COST);
        assertThat(new FunnelCounts(6, 0, 0, 0, 0, 0).blocked()).isEqualTo(FunnelTest.SKILLS);
    }

    @Test
    void alternativesAreRankedByWhatTheyCost() {
        String two =
                "{'id': 'near', 'home': 'a', 'shifts': [[0, 300]]}, {'id': 'far', 'home': 'b', 'shifts': [[0, 300]]}";
        String talk = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 120]]}";
        assertThat(Alternatives.forTalk(problem(talk, two), plan(given("t1", "far", 100)), "t1"))
                .containsExactly(
                        new Alternative("near", 100, Cost.of(-1000, 0, 0, 0, 5, 0, 0, 0, 0)),
                        new Alternative("far", 100, Cost.of(-1000, 20, 0, 0, 5, 0, 0, 0, 0)));
    }

    @Test
    void anAssignmentByHandIsJudgedBeforeItIsMade() {
        Problem problem = problem(LAW + "," + OTHER, SIX);
        HandAssignment check = HandAssignment.check(problem, plan(given("t2", "busy", 110)), "t1", "low", 100);
        assertThat(check.violations()).containsExactly(new Violation.TierTooLow("t1", "low", 0, 1));
        assertThat(check.difference()).isEqualTo(Cost.of(-1000, 20, 0, 0, 5, 0, -10, 0, 0));
    }
}
