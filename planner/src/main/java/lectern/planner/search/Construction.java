package lectern.planner.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// The first full plan: pins, then what the published plan had, then every other talk where it is cheapest, those with
/// the fewest ways first. Serves all it can, even at a loss: talks that do not pay alone may pay together, and dropping
/// those that do not is easier for the search than finding those that do.
final class Construction {

    private final Compiled problem;
    private final Routes routes;
    private final Insertion insertion;

    Construction(Routes routes, Insertion insertion) {
        this.problem = routes.problem;
        this.routes = routes;
        this.insertion = insertion;
    }

    /// Pins are inserted even when halted: without them it is no plan.
    void build(BooleanSupplier halted) {
        insertPins();
        insertPublished(halted);
        for (int talk : mostConstrainedFirst()) {
            if (halted.getAsBoolean()) {
                return;
            }
            if (routes.route[talk] == Routes.NONE) {
                insertion.insertCheapest(talk, 0, Long.MAX_VALUE);
            }
        }
    }

    /// In order of their starts, so that each goes behind those before it.
    private void insertPins() {
        int[] pins = talksWhere(problem.pinnedStart);
        for (int talk : pins) {
            insertion.insertPinned(talk);
        }
    }

    private int[] talksWhere(int[] start) {
        long[] keys = new long[problem.talks];
        int count = 0;
        for (int t = 0; t < problem.talks; t++) {
            if (start[t] >= 0) {
                // Of two at one minute the shorter first: only a talk of no length can come before another.
                keys[count++] = ((long) start[t] << 33) | ((problem.minutes[t] > 0 ? 1L : 0L) << 32) | t;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] talks = new int[count];
        for (int i = 0; i < count; i++) {
            talks[i] = (int) keys[i];
        }
        return talks;
    }

    private void insertPublished(BooleanSupplier halted) {
        for (int talk = 0; talk < problem.talks; talk++) {
            int speaker = problem.previousSpeaker[talk];
            if (speaker < 0 || routes.route[talk] != Routes.NONE || halted.getAsBoolean()) {
                continue;
            }
            for (int a = problem.arcOffset[talk]; a < problem.arcOffset[talk + 1]; a++) {
                if (problem.arcGroup[a] == problem.group[speaker]) {
                    insertion.insertCheapestWith(talk, a, speaker);
                }
            }
        }
    }

    private int[] mostConstrainedFirst() {
        Integer[] talks = new Integer[problem.talks];
        Arrays.setAll(talks, t -> t);
        Arrays.sort(talks, (a, b) -> {
            int byWays = Integer.compare(magnitude(a), magnitude(b));
            return byWays != 0 ? byWays : Long.compare(problem.leaveCost[b], problem.leaveCost[a]);
        });
        int[] order = new int[talks.length];
        Arrays.setAll(order, i -> talks[i]);
        return order;
    }

    /// Ways to give a talk, to the nearest power of two: within one magnitude the priority decides.
    private int magnitude(int talk) {
        return 32 - Integer.numberOfLeadingZeros(problem.options(talk));
    }
}
