package lectern.planner.search;

import java.util.Arrays;

/// A plan under construction: for each route the talks in order, for each talk the earliest start that those before it
/// allow and the latest that those after it allow, and the cost of it all. Changes since the last [#begin] can be taken
/// back. Not thread-safe.
final class Routes {

    static final int NONE = -1;

    final Compiled problem;
    final int[] route;
    final int[] arc;
    final int[] previous;
    final int[] next;

    /// Start as chosen at insertion, [#NONE] where the talk simply starts as early as it can.
    final int[] frozen;

    final int[] earliest;
    final int[] latest;
    final int[] first;
    final int[] last;
    final int[] count;
    final long[] load;
    final int[] talksOf;
    final AbsentTalks absent;
    long cost;
    int usedSpeakers;

    private final IntList journal = new IntList();
    private final int[] journalled;
    private int step = 1;
    private long costBefore;

    Routes(Compiled problem) {
        this.problem = problem;
        route = filled(problem.talks);
        arc = filled(problem.talks);
        previous = filled(problem.talks);
        next = filled(problem.talks);
        frozen = filled(problem.talks);
        earliest = new int[problem.talks];
        latest = new int[problem.talks];
        first = filled(problem.routes);
        last = filled(problem.routes);
        count = new int[problem.routes];
        load = new long[problem.routes];
        talksOf = new int[problem.speakers];
        journalled = new int[problem.routes];
        absent = new AbsentTalks(problem.talks);
        cost = Arrays.stream(problem.leaveCost).sum();
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    int served() {
        return problem.talks - absent.count();
    }

    int speakerOf(int talk) {
        return problem.routeSpeaker[route[talk]];
    }

    boolean isPinned(int talk) {
        return problem.pinnedStart[talk] >= 0;
    }

    /// Inserts the talk, whose cost difference the caller knows.
    void insert(int talk, int newArc, int newRoute, int after, int frozenStart, long difference) {
        remember(newRoute);
        link(talk, newArc, newRoute, after, frozenStart);
        cost += difference;
        scheduleFrom(talk);
    }

    /// Takes the talk out.
    void remove(int talk) {
        int r = route[talk];
        remember(r);
        int before = previous[talk];
        int behind = next[talk];
        cost += removalDifference(talk);
        unlink(talk);
        if (behind != NONE) {
            forward(behind);
        }
        if (before != NONE) {
            backward(before);
        }
    }

    private long removalDifference(int talk) {
        int s = speakerOf(talk);
        int r = route[talk];
        long detour = legBefore(talk) + legAfter(talk);
        if (previous[talk] == NONE && next[talk] == NONE) {
            detour = (long) problem.arcOut[arc[talk]] + problem.arcBack[arc[talk]];
        } else {
            detour -= directLeg(previous[talk], next[talk]);
        }
        long saved = detour * problem.travelWeight
                + (count[r] == 1 ? problem.shiftWeight : 0)
                + problem.loadWeight * (2L * talksOf[s] - 1)
                + problem.arcCost[arc[talk]]
                + moveCost(talk, s, frozen[talk])
                + (problem.repeatWeight > 0 && othersAtVenue(talk, s) ? problem.repeatWeight : 0);
        return problem.leaveCost[talk] - saved;
    }

    /// What it costs that a talk of the published plan starts at another minute under the same speaker.
    long moveCost(int talk, int speaker, int start) {
        return problem.previousSpeaker[talk] == speaker && problem.previousStart[talk] != start
                ? problem.moveWeight
                : 0;
    }

    private boolean othersAtVenue(int talk, int speaker) {
        for (int other : problem.talksAtVenue[problem.venue[talk]]) {
            if (other != talk && route[other] != NONE && speakerOf(other) == speaker) {
                return true;
            }
        }
        return false;
    }

    private long legBefore(int talk) {
        return previous[talk] == NONE
                ? problem.arcOut[arc[talk]]
                : problem.venues.travel(problem.venue[previous[talk]], problem.venue[talk]);
    }

    private long legAfter(int talk) {
        return next[talk] == NONE
                ? problem.arcBack[arc[talk]]
                : problem.venues.travel(problem.venue[talk], problem.venue[next[talk]]);
    }

    /// From one talk of a route to the next, home standing for [#NONE]; not both may be home.
    int directLeg(int from, int to) {
        if (from == NONE) {
            return problem.arcOut[arc[to]];
        }
        return to == NONE ? problem.arcBack[arc[from]] : problem.venues.travel(problem.venue[from], problem.venue[to]);
    }

    private void link(int talk, int newArc, int r, int after, int frozenStart) {
        int behind = after == NONE ? first[r] : next[after];
        route[talk] = r;
        arc[talk] = newArc;
        frozen[talk] = frozenStart;
        previous[talk] = after;
        next[talk] = behind;
        if (after == NONE) {
            first[r] = talk;
        } else {
            next[after] = talk;
        }
        if (behind == NONE) {
            last[r] = talk;
        } else {
            previous[behind] = talk;
        }
        count[r]++;
        load[r] += problem.load[talk];
        int s = problem.routeSpeaker[r];
        if (talksOf[s]++ == 0) {
            usedSpeakers++;
        }
        absent.remove(talk);
    }

    private void unlink(int talk) {
        int r = route[talk];
        int before = previous[talk];
        int behind = next[talk];
        if (before == NONE) {
            first[r] = behind;
        } else {
            next[before] = behind;
        }
        if (behind == NONE) {
            last[r] = before;
        } else {
            previous[behind] = before;
        }
        count[r]--;
        load[r] -= problem.load[talk];
        int s = problem.routeSpeaker[r];
        if (--talksOf[s] == 0) {
            usedSpeakers--;
        }
        route[talk] = NONE;
        absent.add(talk);
    }

    private void scheduleFrom(int talk) {
        earliest[talk] = earliestAfter(previous[talk], talk);
        latest[talk] = latestBefore(talk, next[talk]);
        if (next[talk] != NONE) {
            forward(next[talk]);
        }
        if (previous[talk] != NONE) {
            backward(previous[talk]);
        }
    }

    private void forward(int talk) {
        for (int t = talk; t != NONE; t = next[t]) {
            int start = earliestAfter(previous[t], t);
            if (start == earliest[t]) {
                return;
            }
            earliest[t] = start;
        }
    }

    private void backward(int talk) {
        for (int t = talk; t != NONE; t = previous[t]) {
            int start = latestBefore(t, next[t]);
            if (start == latest[t]) {
                return;
            }
            latest[t] = start;
        }
    }

    private int earliestAfter(int before, int talk) {
        if (frozen[talk] != NONE) {
            return frozen[talk];
        }
        int r = route[talk];
        int from = before == NONE
                ? problem.shiftStart[r] + problem.arcOut[arc[talk]]
                : earliest[before] + problem.gap(before, talk);
        return problem.earliest(talk, r, from);
    }

    private int latestBefore(int talk, int behind) {
        if (frozen[talk] != NONE) {
            return frozen[talk];
        }
        int r = route[talk];
        int to = behind == NONE
                ? problem.shiftEnd[r] - problem.arcBack[arc[talk]] - problem.minutes[talk]
                : latest[behind] - problem.gap(talk, behind);
        return problem.latest(talk, r, to);
    }

    /// From here on changes can be taken back.
    void begin() {
        journal.clear();
        step++;
        costBefore = cost;
    }

    private void remember(int r) {
        if (journalled[r] == step) {
            return;
        }
        journalled[r] = step;
        journal.add(r);
        journal.add(count[r]);
        for (int t = first[r]; t != NONE; t = next[t]) {
            journal.add(t);
            journal.add(arc[t]);
            journal.add(frozen[t]);
        }
    }

    /// Takes all changes since [#begin] back. The routes are emptied first, since talks may have gone from one to
    /// another.
    void takeBack() {
        for (int i = 0; i < journal.size; i += 2 + 3 * journal.items[i + 1]) {
            int r = journal.items[i];
            while (last[r] != NONE) {
                unlink(last[r]);
            }
        }
        for (int i = 0; i < journal.size; i += 2 + 3 * journal.items[i + 1]) {
            int r = journal.items[i];
            for (int k = 0; k < journal.items[i + 1]; k++) {
                int at = i + 2 + 3 * k;
                link(journal.items[at], journal.items[at + 1], r, last[r], journal.items[at + 2]);
            }
            schedule(r);
        }
        cost = costBefore;
    }

    private void schedule(int r) {
        for (int t = first[r]; t != NONE; t = next[t]) {
            earliest[t] = earliestAfter(previous[t], t);
        }
        for (int t = last[r]; t != NONE; t = previous[t]) {
            latest[t] = latestBefore(t, next[t]);
        }
    }
}
