package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.planner.model.Assignment;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;

/// Fictional problems of any size, every feature of the format in use.
final class RandomProblems {

    private static final int DAY = 1440;

    private RandomProblems() {}

    /// A handful of talks within a few dozen minutes, small enough to try every plan.
    static Problem tiny(long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            places.add(
                    new Place("p" + i, new Position.Point(random.nextInt(6), random.nextInt(6)), random.nextBoolean()));
        }
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int from = 5 + random.nextInt(20);
            talks.add(new Talk(
                    "t" + i,
                    "p" + random.nextInt(2),
                    1 + random.nextInt(8),
                    List.of(new Window(from, from + random.nextInt(4)), new Window(from + 8, from + 9)),
                    random.nextInt(3) == 0 ? List.of("k") : List.of(),
                    random.nextInt(2),
                    "g",
                    1 + random.nextInt(3),
                    random.nextInt(3)));
        }
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            speakers.add(new Speaker(
                    "s" + i,
                    "p" + random.nextInt(4),
                    List.of("k"),
                    random.nextInt(3),
                    List.of(new Shift(0, 15 + random.nextInt(10)), new Shift(25, 45)),
                    2 + random.nextInt(2),
                    1 + random.nextInt(3),
                    random.nextInt(5),
                    Map.of("g", random.nextInt(101))));
        }
        int start = talks.get(0).windows().get(0).to();
        return new Problem(
                new Travel.Euclidean(1),
                new Weights(100, 2, 3, 1, 5, 7, 4, 20, 9),
                places,
                talks,
                speakers,
                List.of(),
                random.nextBoolean() ? List.of(new Assignment("t0", "s0", start)) : List.of());
    }

    /// A region's month: talks in villages, speakers at home in them, a few rare skills.
    static Problem month(int talkCount, int speakerCount, int days, long seed) {
        Random random = new Random(seed);
        int villages = Math.max(3, Math.min(1_856, talkCount));
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < villages; i++) {
            places.add(new Place(
                    "v" + i,
                    new Position.Degrees(31.8 + random.nextDouble() * 0.9, 120.2 + random.nextDouble() * 1.4),
                    random.nextInt(10) > 0));
        }
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < talkCount; i++) {
            List<Window> windows = new ArrayList<>();
            for (int w = 0; w <= random.nextInt(3); w++) {
                int from = random.nextInt(days) * DAY + 480 + 30 * random.nextInt(18);
                windows.add(new Window(from, from + 30 * random.nextInt(5)));
            }
            talks.add(new Talk(
                    "t" + i,
                    "v" + random.nextInt(villages),
                    45 + 15 * random.nextInt(4),
                    windows,
                    List.of("topic" + random.nextInt(12), "level" + random.nextInt(3)),
                    random.nextInt(10) < 8 ? 0 : random.nextInt(4),
                    "g" + random.nextInt(8),
                    1 + random.nextInt(4),
                    0));
        }
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < speakerCount; i++) {
            List<Shift> shifts = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                if (random.nextInt(5) == 0) {
                    int start = day * DAY + (random.nextBoolean() ? 480 : 780);
                    shifts.add(new Shift(start, start + 240 + 60 * random.nextInt(5)));
                }
            }
            speakers.add(new Speaker(
                    "s" + i,
                    "v" + random.nextInt(villages),
                    List.of("topic" + random.nextInt(12), "topic" + random.nextInt(12), "level" + random.nextInt(3)),
                    random.nextInt(4),
                    shifts,
                    8,
                    3,
                    0,
                    Map.of("g" + random.nextInt(8), random.nextInt(101))));
        }
        return new Problem(
                new Travel.Haversine(1.3, 40), Weights.DEFAULT, places, talks, speakers, List.of(), List.of());
    }
}
