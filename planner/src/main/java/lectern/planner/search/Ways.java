package lectern.planner.search;

import java.util.Arrays;

/// Which of several ways of searching has lately gained most for its steps. Not thread-safe.
final class Ways {

    /// How often any way is tried, whatever it gained.
    private static final double TRIALS = 0.3;

    /// What a gain still counts when the same way has been gone once more.
    private static final double MEMORY = 0.95;

    private final double[] gained;
    private final double[] steps;

    Ways(int count) {
        gained = new double[count];
        steps = new double[count];
        Arrays.fill(steps, 1);
    }

    int choose(RandomNumbers random) {
        if (random.chance(TRIALS)) {
            return random.below(gained.length);
        }
        int best = 0;
        for (int way = 1; way < gained.length; way++) {
            best = gained[way] / steps[way] > gained[best] / steps[best] ? way : best;
        }
        return best;
    }

    void note(int way, long gain, long stepsTaken) {
        gained[way] = gained[way] * MEMORY + gain;
        steps[way] = steps[way] * MEMORY + stepsTaken;
    }
}
