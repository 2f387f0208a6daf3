package lectern.planner.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// For each talk those that could come right before or right after it in a route, the nearest first. Waiting between
/// the two counts a little, as in granular neighbourhoods (Vidal, Crainic, Gendreau & Prins 2013). Found when first
/// asked for. Not thread-safe.
final class Neighbours {

    private static final int MOST = 400;
    private static final double WAITING = 0.2;

    private final Compiled problem;
    private final int[] @Nullable [] before;
    private final int[] @Nullable [] behind;
    private long[] keys = {};

    Neighbours(Compiled problem) {
        this.problem = problem;
        this.before = new int[problem.talks][];
        this.behind = new int[problem.talks][];
    }

    int[] before(int talk) {
        int[] found = before[talk];
        if (found == null) {
            found = nearest(talk, true);
            before[talk] = found;
        }
        return found;
    }

    int[] behind(int talk) {
        int[] found = behind[talk];
        if (found == null) {
            found = nearest(talk, false);
            behind[talk] = found;
        }
        return found;
    }

    private int[] nearest(int talk, boolean comesBefore) {
        if (keys.length < problem.talks) {
            keys = new long[problem.talks];
        }
        int count = 0;
        for (int other = 0; other < problem.talks; other++) {
            double distance = comesBefore ? distance(other, talk) : distance(talk, other);
            if (other != talk && distance < Compiled.NEVER) {
                keys[count++] = ((long) Float.floatToIntBits((float) distance) << 32) | other;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] nearest = new int[Math.min(count, MOST)];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = (int) keys[i];
        }
        return nearest;
    }

    private double distance(int talk, int next) {
        int travel = problem.travel(talk, next);
        int gap = problem.gap(talk, next, travel);
        int firstEnd = problem.windowOffset[talk];
        int lastStart = problem.windowOffset[next + 1] - 1;
        if (problem.windowFrom[firstEnd] + gap > problem.windowTo[lastStart]) {
            return Compiled.NEVER;
        }
        return travel + WAITING * waiting(talk, next, gap);
    }

    /// The least waiting between the two, whichever windows are chosen.
    private int waiting(int talk, int next, int gap) {
        int least = Compiled.NEVER;
        for (int i = problem.windowOffset[talk]; i < problem.windowOffset[talk + 1]; i++) {
            for (int j = problem.windowOffset[next]; j < problem.windowOffset[next + 1]; j++) {
                if (problem.windowFrom[i] + gap <= problem.windowTo[j]) {
                    least = Math.min(least, Math.max(0, problem.windowFrom[j] - problem.windowTo[i] - gap));
                }
            }
        }
        return least;
    }
}
