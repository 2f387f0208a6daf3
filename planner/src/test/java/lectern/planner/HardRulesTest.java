package lectern.planner;

import static lectern.planner.Problems.given;
import static lectern.planner.Problems.plan;
import static lectern.planner.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Violation;
import org.junit.jupiter.api.Test;

/// Each plan here breaks one rule and no other.
class HardRulesTest {

    private static final String T1 = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]]}";
    private static final String T2 = "{'id': 't2', 'place': 'b', 'minutes': 60, 'windows': [[100, 400]]}";
    private static final String S1 = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300]]}";

    private static List<Violation> broken(Problem problem, Assignment... assignments) {
        return Evaluation.of(problem, plan(assignments)).violations();
    }

    @Test
    void aPlanThatBreaksNothingIsValid() {
        assertThat(broken(problem(T1 + "," + T2, S1), given("t1", "s1", 100), given("t2", "s1", 170)))
                .isEmpty();
    }

    @Test
    void aTalkMustExist() {
        assertThat(broken(problem(T1, S1), given("t9", "s1", 100))).containsExactly(new Violation.UnknownTalk("t9"));
    }

    @Test
    void aSpeakerMustExist() {
        assertThat(broken(problem(T1, S1), given("t1", "s9", 100)))
                .containsExactly(new Violation.UnknownSpeaker("t1", "s9"));
    }

    @Test
    void aTalkIsGivenOnce() {
        assertThat(broken(
                        problem(T1, S1 + ", {'id': 's2', 'home': 'h', 'shifts': [[0, 300]]}"),
                        given("t1", "s1", 100),
                        given("t1", "s2", 160)))
                .containsExactly(new Violation.AssignedTwice("t1", 2));
    }

    @Test
    void aTalkStartsInOneOfItsWindows() {
        assertThat(broken(problem(T1, S1), given("t1", "s1", 99)))
                .containsExactly(new Violation.OutsideWindows("t1", "s1", 99));
    }

    @Test
    void aSpeakerHasAllTheSkills() {
        String needy = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]], 'needs': ['law', 'song']}";
        String able = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300]], 'skills': ['law']}";
        assertThat(broken(problem(needy, able), given("t1", "s1", 100)))
                .containsExactly(new Violation.MissingSkill("t1", "s1", "song"));
    }

    @Test
    void aSpeakerHasTheTier() {
        String high = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]], 'minTier': 2}";
        String low = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300]], 'tier': 1}";
        assertThat(broken(problem(high, low), given("t1", "s1", 100)))
                .containsExactly(new Violation.TierTooLow("t1", "s1", 1, 2));
    }

    @Test
    void aTalkLiesInOneShiftEvenWhereTwoTouch() {
        String split = "{'id': 's1', 'home': 'h', 'shifts': [[0, 120], [120, 300]]}";
        assertThat(broken(problem(T1, split), given("t1", "s1", 100)))
                .containsExactly(new Violation.OutsideShifts("t1", "s1", 100, 160));
    }

    @Test
    void aSpeakerLeavesHomeNoEarlierThanTheShiftBegins() {
        String late = "{'id': 's1', 'home': 'h', 'shifts': [[95, 300]]}";
        assertThat(broken(problem(T1, late), given("t1", "s1", 100)))
                .containsExactly(new Violation.TooEarlyFromHome("t1", "s1", 100, 105));
    }

    @Test
    void aSpeakerHasTheTimeToTravelBetweenTwoTalks() {
        assertThat(broken(problem(T1 + "," + T2, S1), given("t1", "s1", 100), given("t2", "s1", 169)))
                .containsExactly(new Violation.TooCloseTogether("t2", "t1", "s1", 169, 170));
    }

    @Test
    void aSpeakerIsHomeBeforeTheShiftEnds() {
        assertThat(broken(problem(T1, S1), given("t1", "s1", 231)))
                .containsExactly(new Violation.HomeTooLate("t1", "s1", 301, 300));
    }

    @Test
    void aSpeakerHasAtMostSoManyTalks() {
        String capped = "{'id': 's1', 'home': 'h', 'shifts': [[0, 165], [165, 400]], 'maxTalks': 1}";
        String wide = "{'id': 't1', 'place': 'a', 'minutes': 30, 'windows': [[0, 400]]}";
        assertThat(broken(problem(wide + "," + T2, capped), given("t1", "s1", 100), given("t2", "s1", 200)))
                .containsExactly(new Violation.TooManyTalks("s1", 2, 1));
    }

    @Test
    void aSpeakerHasAtMostSoManyTalksInAShift() {
        String capped = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300]], 'maxTalksPerShift': 1}";
        assertThat(broken(problem(T1 + "," + T2, capped), given("t1", "s1", 100), given("t2", "s1", 170)))
                .containsExactly(new Violation.TooManyTalksInShift("s1", 0, 2, 1));
    }

    @Test
    void aSpeakerCarriesNoMoreThanTheCapacityInAShift() {
        String heavy1 = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]], 'load': 3}";
        String heavy2 = "{'id': 't2', 'place': 'b', 'minutes': 60, 'windows': [[100, 400]], 'load': 4}";
        String capped = "{'id': 's1', 'home': 'h', 'shifts': [[0, 300]], 'capacity': 6}";
        assertThat(broken(problem(heavy1 + "," + heavy2, capped), given("t1", "s1", 100), given("t2", "s1", 170)))
                .containsExactly(new Violation.OverCapacity("s1", 0, 7, 6));
    }

    @Test
    void twoTalksAtAnExclusivePlaceDoNotOverlap() {
        String sameplace = "{'id': 't2', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]]}";
        String two = S1 + ", {'id': 's2', 'home': 'h', 'shifts': [[0, 300]]}";
        Problem problem = problem(T1 + "," + sameplace, two);
        assertThat(broken(problem, given("t1", "s1", 100), given("t2", "s2", 159)))
                .containsExactly(new Violation.PlaceTaken("a", "t1", "t2"));
        assertThat(broken(problem, given("t1", "s1", 100), given("t2", "s2", 160)))
                .isEmpty();
    }

    @Test
    void aPinIsInThePlanUnchanged() {
        Problem problem = problem(T1, S1, "'pinned': [{'talk': 't1', 'speaker': 's1', 'start': 120}]");
        assertThat(broken(problem, given("t1", "s1", 121))).containsExactly(new Violation.PinBroken("t1", "s1", 120));
    }

    @Test
    void aCostThatThePlanMisstatesIsFound() {
        Problem problem = problem(T1, S1);
        Plan plan = new Plan(List.of(given("t1", "s1", 100)), List.of(), Cost.of(0, 21, 0, 0, 5, 0, 0, 0, 0), null);
        assertThat(Evaluation.of(problem, plan).violations())
                .containsExactly(
                        new Violation.MisstatedCost("total", 26, 25), new Violation.MisstatedCost("travel", 21, 20));
    }
}
