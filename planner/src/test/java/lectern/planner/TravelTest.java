package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Place;
import lectern.planner.model.Plan;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import org.junit.jupiter.api.Test;

/// Travel as a user of the library may write it.
class TravelTest {

    /// A ring road with one direction: one minute to the next place, and nearly all the way round to the one before.
    private record RingRoad(int places) implements Travel {
        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return Math.floorMod(to - from, places);
        }
    }

    private record Backwards() implements Travel {
        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return -1;
        }
    }

    private record Nowhere() implements Travel {
        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return Integer.MAX_VALUE;
        }

        @Override
        public void check(List<Place> places) {
            if (places.size() == 3) {
                throw new InvalidProblemException("travel: three is a crowd");
            }
        }
    }

    private static Problem problem(Travel travel, int places) {
        List<Talk> talks = IntStream.range(0, places)
                .mapToObj(i -> new Talk("t" + i, "p" + i, 10, List.of(new Window(0, 100)), List.of(), 0, null, 1, 0))
                .toList();
        Speaker speaker = new Speaker(
                "s", "p0", List.of(), 0, List.of(new Shift(0, 11 * places)), 100, Speaker.NO_CAP, 0, Map.of());
        return new Problem(
                travel,
                new Weights(1000, 1, 0, 0, 0, 0, 0, 0, 0),
                IntStream.range(0, places)
                        .mapToObj(i -> new Place("p" + i, null, true))
                        .toList(),
                talks,
                List.of(speaker),
                List.of(),
                List.of());
    }

    private static Plan plan(Problem problem) {
        return Planner.plan(problem, Limits.ofIterations(300, 1), progress -> {}, () -> false);
    }

    @Test
    void theSearchAndTheEvaluatorTravelAsTheyAreTold() {
        Problem problem = problem(new RingRoad(6), 6);
        Plan plan = plan(problem);
        assertThat(Evaluation.of(problem, plan).violations()).isEmpty();
        // Ten minutes at each of six places and one from each to the next: there is no other way to give all.
        assertThat(plan.assignments()).hasSize(6);
        assertThat(plan.cost()).extracting("travel").isEqualTo(6L);
        assertThat(plan(ProblemFile.read(ProblemFile.write(problem)))).isEqualTo(plan);
    }

    @Test
    void minutesBelowZeroAreTheTravelsFault() {
        assertThatThrownBy(() -> plan(problem(new Backwards(), 2)))
                .isInstanceOf(InvalidProblemException.class)
                .hasMessage("travel: -1 minutes from \"p0\" to \"p1\", less than 0");
    }

    @Test
    void whatCannotBeReachedIsNotServed() {
        Problem problem = problem(new Nowhere(), 2);
        assertThat(plan(problem).assignments()).hasSize(1);
        assertThatThrownBy(() -> problem(new Nowhere(), 3)).hasMessage("travel: three is a crowd");
    }

    @Test
    void roughlyIsRoughlyRight() {
        List<Place> places = List.of(
                new Place("a", new Position.Degrees(32.0, 120.8), true),
                new Place("b", new Position.Degrees(32.4, 121.3), true));
        int minutes = Travel.USUAL.minutes(0, places.get(0), 1, places.get(1));
        assertThat(minutes).isEqualTo(127);
        assertThat(Travel.USUAL.roughly(0, places.get(0), 1, places.get(1))).isBetween(125.0, 129.0);
        assertThat(Travel.USUAL.detoursNeverPay()).isTrue();
        assertThat(new RingRoad(3).detoursNeverPay()).isFalse();
    }
}
