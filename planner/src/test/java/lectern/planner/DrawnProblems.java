package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Place;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import lectern.planner.rules.Pins;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Problems small enough to try every plan, drawn so that the failing ones shrink. All features of the format are in
/// use: travel times that care for no geometry, shifts that touch, pins, a published plan, weights of 0.
final class DrawnProblems {

    private static final int PLACES = 4;

    private DrawnProblems() {}

    static Arbitrary<Problem> tiny() {
        return Combinators.combine(
                        matrix(),
                        numbers(0, 1, PLACES),
                        talk().list().ofMinSize(2).ofMaxSize(3),
                        speaker().list().ofMinSize(1).ofMaxSize(2),
                        numbers(0, 20, 9),
                        numbers(0, 60, 6),
                        numbers(0, 60, 3))
                .as(DrawnProblems::problem);
    }

    private static Arbitrary<Integer> number(int from, int to) {
        return Arbitraries.integers().between(from, to);
    }

    private static Arbitrary<List<Integer>> numbers(int from, int to, int count) {
        return number(from, to).list().ofSize(count);
    }

    private static Arbitrary<Travel> matrix() {
        return numbers(0, 5, PLACES)
                .list()
                .ofSize(PLACES)
                .map(rows -> new Travel.Matrix(rows.stream()
                        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new)));
    }

    /// @param rest of 1, how often there are none
    private static Arbitrary<Set<String>> skills(double rest) {
        Arbitrary<Set<String>> some =
                Arbitraries.of("k", "l").set().ofMinSize(1).ofMaxSize(2);
        return Arbitraries.doubles()
                .between(0, 1)
                .flatMap(none -> none < rest ? Arbitraries.just(Set.<String>of()) : some);
    }

    private static Arbitrary<Talk> talk() {
        Arbitrary<List<Window>> windows = Combinators.combine(number(2, 22), number(0, 6))
                .as((from, length) -> new Window(from, from + length))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Combinators.combine(
                        number(0, 1),
                        number(1, 8),
                        windows,
                        skills(0.6),
                        number(0, 1),
                        Arbitraries.of("g", "h").injectNull(0.3),
                        number(1, 3),
                        number(0, 2))
                .as((place, minutes, starts, needs, minTier, segment, priority, load) -> new Talk(
                        "t", "p" + place, minutes, starts, List.copyOf(needs), minTier, segment, priority, load));
    }

    private static Arbitrary<Speaker> speaker() {
        Arbitrary<List<Shift>> shifts = Combinators.combine(number(0, 3), number(12, 30), number(0, 2), number(12, 30))
                .as((start, length, gap, again) -> List.of(
                        new Shift(start, start + length),
                        new Shift(start + length + gap, start + length + gap + again)));
        return Combinators.combine(
                        number(0, PLACES - 1),
                        skills(0.2),
                        number(0, 3),
                        shifts,
                        number(1, 4),
                        number(1, 4),
                        number(0, 4),
                        number(0, 100))
                .as((home, skills, tier, times, maxTalks, perShift, capacity, fit) -> new Speaker(
                        "s",
                        "p" + home,
                        List.copyOf(skills),
                        tier,
                        times,
                        maxTalks,
                        perShift,
                        capacity,
                        Map.of("g", fit)));
    }

    /// The drawn things with names, and with as many of the published talks and pins as make sense.
    private static Problem problem(
            Travel travel,
            List<Integer> exclusive,
            List<Talk> nameless,
            List<Speaker> faceless,
            List<Integer> weights,
            List<Integer> published,
            List<Integer> pin) {
        List<Place> places = new ArrayList<>();
        exclusive.forEach(flag -> places.add(new Place("p" + places.size(), null, flag == 1)));
        List<Talk> talks = new ArrayList<>();
        nameless.forEach(talk -> talks.add(named(talk, "t" + talks.size())));
        List<Speaker> speakers = new ArrayList<>();
        faceless.forEach(speaker -> speakers.add(named(speaker, "s" + speakers.size())));
        List<Assignment> previous = new ArrayList<>();
        for (int t = 0; t < talks.size(); t++) {
            if (published.get(t) % 3 > 0) {
                previous.add(assignment(talks, speakers, t, published.get(t), published.get(t + 3)));
            }
        }
        Weights all = new Weights(
                weights.get(0) * 10L,
                weights.get(1) % 4,
                weights.get(2),
                weights.get(3) % 3,
                weights.get(4),
                weights.get(5),
                weights.get(6),
                weights.get(7),
                weights.get(8));
        Problem free = new Problem(travel, all, places, talks, speakers, List.of(), previous);
        Assignment pinned = assignment(talks, speakers, pin.get(0) % talks.size(), pin.get(1), pin.get(2));
        Problem bound = new Problem(travel, all, places, talks, speakers, List.of(pinned), previous);
        return pin.get(0) % 2 == 0 && isPossible(bound) ? bound : free;
    }

    private static Talk named(Talk talk, String id) {
        return new Talk(
                id,
                talk.place(),
                talk.minutes(),
                talk.windows(),
                talk.needs(),
                talk.minTier(),
                talk.segment(),
                talk.priority(),
                talk.load());
    }

    private static Speaker named(Speaker speaker, String id) {
        return new Speaker(
                id,
                speaker.home(),
                speaker.skills(),
                speaker.tier(),
                speaker.shifts(),
                speaker.maxTalks(),
                speaker.maxTalksPerShift(),
                speaker.capacity(),
                speaker.fit());
    }

    private static Assignment assignment(List<Talk> talks, List<Speaker> speakers, int talk, int speaker, int minute) {
        Window window = talks.get(talk).windows().get(0);
        return new Assignment(
                talks.get(talk).id(),
                speakers.get(speaker % speakers.size()).id(),
                window.from() + minute % (window.to() - window.from() + 1));
    }

    private static boolean isPossible(Problem problem) {
        try {
            Pins.check(problem);
            return true;
        } catch (InvalidProblemException e) {
            return false;
        }
    }
}
