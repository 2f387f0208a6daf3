package lectern.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import org.junit.jupiter.api.Test;

/// Two searches that look at the same empty plan. Talks 0 and 1 want the same hall at the same minute, talk 2 another;
/// whoever publishes second must not take what the first has.
class SharedPlanTest {

    private final Compiled problem = Compiler.compile(new Problem(
            new Travel.Euclidean(1),
            Weights.DEFAULT,
            List.of(place("hall"), place("school")),
            List.of(talk("t0", "hall"), talk("t1", "hall"), talk("t2", "school")),
            List.of(speaker("s0"), speaker("s1")),
            List.of(),
            List.of()));
    private final SharedPlan shared = new SharedPlan(problem, 2);
    private final Worker first = new Worker(0);
    private final Worker second = new Worker(1);

    private static Place place(String id) {
        return new Place(id, new Position.Point(0, 0), true);
    }

    private static Talk talk(String id, String place) {
        return new Talk(id, place, 60, List.of(new Window(600, 600)), List.of(), 0, null, 1, 0);
    }

    /// Their tiers differ, lest they count as alike.
    private static Speaker speaker(String id) {
        int tier = Integer.parseInt(id.substring(1));
        return new Speaker(id, "hall", List.of(), tier, List.of(new Shift(0, 1440)), 9, 9, 0, Map.of());
    }

    private final class Worker {
        final int number;
        final Routes routes = new Routes(problem);
        final Insertion insertion = new Insertion(routes, new RandomNumbers(1));
        final KeptPlan kept = new KeptPlan(problem);
        final Region region;

        Worker(int number) {
            this.number = number;
            this.region = new Region(routes, number, 2);
            kept.copy(routes, routes.changed.routes);
            shared.meet(number, kept, () -> true);
        }

        void claim() {
            shared.claim(number, routes, kept, region, 0, 3);
        }

        boolean give(int talk, int speaker) {
            for (int a = problem.arcOffset[talk]; a < problem.arcOffset[talk + 1]; a++) {
                if (problem.arcGroup[a] == problem.group[speaker]) {
                    assertThat(insertion.insertCheapestWith(talk, a, speaker)).isTrue();
                }
            }
            long before = kept.cost;
            kept.copy(routes, routes.changed.routes);
            RouteSet changed = new RouteSet(problem);
            changed.addAll(routes.changed);
            routes.changed.clear();
            return shared.publish(number, kept, before - kept.cost, changed, region);
        }
    }

    private void claimBoth() {
        first.claim();
        second.claim();
    }

    @Test
    void aTalkIsTakenByWhoeverPublishesFirst() {
        claimBoth();
        assertThat(first.give(0, 0)).isTrue();
        assertThat(second.give(0, 1)).isFalse();
    }

    @Test
    void soIsASpeaker() {
        claimBoth();
        assertThat(first.give(0, 0)).isTrue();
        assertThat(second.give(2, 0)).isFalse();
    }

    @Test
    void soIsAPlaceAtOneTime() {
        claimBoth();
        assertThat(first.give(0, 0)).isTrue();
        assertThat(second.give(1, 1)).isFalse();
    }

    @Test
    void whatIsInNobodysWayIsKeptAndCounted() {
        claimBoth();
        long empty = shared.cost();
        assertThat(first.give(0, 0)).isTrue();
        assertThat(second.give(2, 1)).isTrue();
        first.claim();
        assertThat(first.routes.cost).isEqualTo(shared.cost()).isLessThan(empty);
        assertThat(first.routes.served()).isEqualTo(2);
    }

    @Test
    void whoCameSecondSeesWhatTheFirstHasDone() {
        claimBoth();
        first.give(0, 0);
        second.give(0, 1);
        second.claim();
        assertThat(second.kept.route[0]).isEqualTo(problem.routeOffset[0]);
        assertThat(second.routes.cost).isEqualTo(shared.cost());
        assertThat(second.routes.served()).isEqualTo(1);
    }
}
