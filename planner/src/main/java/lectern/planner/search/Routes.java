package lectern.planner.search;

import java.util.Arrays;

/// A plan under construction: for each route the talks in order, for each talk the earliest start that those before it
/// allow and the latest that those after it allow, and the cost of it all. Changes since the last [#begin] can be taken
/// back. Not thread-safe.
final class Routes {

    static final int NONE = -1;

    private static final int INTS_PER_ROUTE = 3;
    private static final int INTS_PER_TALK = 6;

    final Compiled problem;
    final int[] route;
    final int[] arc;
    final int[] previous;
    final int[] next;

    /// Minutes from the talk to the next, or home.
    final int[] onward;

    /// Start as chosen at insertion, [#NONE] where the talk simply starts as early as it can.
    final int[] frozen;

    final int[] earliest;
    final int[] latest;
    final int[] first;
    final int[] last;

    /// Minutes from home to the first talk of a route.
    final int[] outward;

    final int[] count;
    final long[] load;

    final int[] talksOf;
    final UsedRoutes used;
    final AbsentTalks absent;
    long cost;

    final Bias bias;

    /// Who keeps what he has and gets nothing more for the time being.
    final boolean[] closed;

    private final IntList journal = new IntList();

    /// All routes that may have changed since somebody emptied this set.
    final RouteSet changed;

    private final long[] journalled;
    private long step = 1;
    private long costBefore;

    Routes(Compiled problem) {
        this.problem = problem;
        route = filled(problem.talks);
        arc = filled(problem.talks);
        previous = filled(problem.talks);
        next = filled(problem.talks);
        onward = new int[problem.talks];
        frozen = filled(problem.talks);
        earliest = new int[problem.talks];
        latest = new int[problem.talks];
        first = filled(problem.routes);
        last = filled(problem.routes);
        outward = new int[problem.routes];
        count = new int[problem.routes];
        load = new long[problem.routes];
        talksOf = new int[problem.speakers];
        journalled = new long[problem.routes];
        bias = new Bias(problem.talks);
        closed = new boolean[problem.speakers];
        changed = new RouteSet(problem);
        used = new UsedRoutes(problem);
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
        cost += costOfRemoval(talk);
        unlink(talk);
        if (behind != NONE) {
            forward(behind);
        }
        if (before != NONE) {
            backward(before);
        }
    }

    /// How much more the plan costs without the talk.
    long costOfRemoval(int talk) {
        int s = speakerOf(talk);
        int r = route[talk];
        long detour = legBefore(talk) + onward[talk];
        if (count[r] > 1) {
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
        int before = previous[talk];
        return before == NONE ? outward[route[talk]] : onward[before];
    }

    /// From one talk of a route to a later one, home standing for [#NONE]; not both may be home.
    private int directLeg(int from, int to) {
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
        join(r, after, talk);
        join(r, talk, behind);
        count(talk, r);
    }

    private void count(int talk, int r) {
        bias.total += bias.ofOneMore(count[r]);
        if (count[r]++ == 0) {
            used.add(r);
        }
        load[r] += problem.load[talk];
        talksOf[problem.routeSpeaker[r]]++;
        absent.remove(talk);
    }

    private void unlink(int talk) {
        int r = route[talk];
        join(r, previous[talk], next[talk]);
        load[r] -= problem.load[talk];
        bias.total -= bias.ofOneMore(count[r] - 1);
        talksOf[problem.routeSpeaker[r]]--;
        if (--count[r] == 0) {
            used.remove(r);
        }
        route[talk] = NONE;
        absent.add(talk);
    }

    private void join(int r, int before, int behind) {
        if (before == NONE) {
            first[r] = behind;
            outward[r] = behind == NONE ? 0 : problem.arcOut[arc[behind]];
        } else {
            next[before] = behind;
            onward[before] = directLeg(before, behind);
        }
        if (behind == NONE) {
            last[r] = before;
        } else {
            previous[behind] = before;
        }
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
                ? problem.shiftStart[r] + outward[r]
                : earliest[before] + problem.gap(before, talk, onward[before]);
        return problem.earliest(talk, r, from);
    }

    private int latestBefore(int talk, int behind) {
        if (frozen[talk] != NONE) {
            return frozen[talk];
        }
        int r = route[talk];
        int to = behind == NONE
                ? problem.shiftEnd[r] - onward[talk] - problem.minutes[talk]
                : latest[behind] - problem.gap(talk, behind, onward[talk]);
        return problem.latest(talk, r, to);
    }

    /// From here on changes can be taken back.
    void begin() {
        journal.clear();
        step++;
        costBefore = cost;
    }

    private void remember(int r) {
        if (journalled[r] != step) {
            journalled[r] = step;
            changed.add(r);
            journal.add(r);
            journal.add(count[r]);
            journal.add(outward[r]);
            for (int t = first[r]; t != NONE; t = next[t]) {
                journal.add(t);
                journal.add(arc[t]);
                journal.add(frozen[t]);
                journal.add(onward[t]);
                journal.add(earliest[t]);
                journal.add(latest[t]);
            }
        }
    }

    /// Cost and bias, by which steps are judged.
    long biasedCost() {
        return cost + bias.total;
    }

    /// @param price and half as in [Bias#set]
    void setBias(double price, double half) {
        bias.set(price, half);
        bias.total = 0;
        for (int i = 0; i < problem.speakers; i++) {
            for (int r = used.first[i]; r != NONE; r = used.next[r]) {
                bias.total += bias.of(count[r]);
            }
        }
    }

    /// Takes all changes since [#begin] back. The routes are emptied first, since talks may have gone from one to
    /// another.
    void takeBack() {
        int[] kept = journal.items;
        for (int i = 0; i < journal.size; i += INTS_PER_ROUTE + INTS_PER_TALK * kept[i + 1]) {
            empty(kept[i]);
        }
        for (int i = 0; i < journal.size; i += INTS_PER_ROUTE + INTS_PER_TALK * kept[i + 1]) {
            restore(kept[i], i);
        }
        cost = costBefore;
    }

    /// Takes all talks from a route without counting what that costs.
    void empty(int r) {
        if (count[r] == 0) {
            return;
        }
        for (int t = first[r]; t != NONE; t = next[t]) {
            route[t] = NONE;
            absent.add(t);
        }
        bias.total -= bias.of(count[r]);
        talksOf[problem.routeSpeaker[r]] -= count[r];
        count[r] = 0;
        load[r] = 0;
        first[r] = NONE;
        last[r] = NONE;
        used.remove(r);
    }

    private void restore(int r, int at) {
        int[] kept = journal.items;
        outward[r] = kept[at + 2];
        int before = NONE;
        for (int k = 0, i = at + INTS_PER_ROUTE; k < kept[at + 1]; k++, i += INTS_PER_TALK) {
            int talk = kept[i];
            route[talk] = r;
            arc[talk] = kept[i + 1];
            frozen[talk] = kept[i + 2];
            onward[talk] = kept[i + 3];
            earliest[talk] = kept[i + 4];
            latest[talk] = kept[i + 5];
            previous[talk] = before;
            if (before == NONE) {
                first[r] = talk;
            } else {
                next[before] = talk;
            }
            before = talk;
            count(talk, r);
        }
        last[r] = before;
        if (before != NONE) {
            next[before] = NONE;
        }
    }

    /// Puts a talk behind all that the route has without counting what that costs; [#schedule] must follow.
    void append(int talk, int newArc, int r, int frozenStart) {
        link(talk, newArc, r, last[r], frozenStart);
    }

    void schedule(int r) {
        for (int t = first[r]; t != NONE; t = next[t]) {
            earliest[t] = earliestAfter(previous[t], t);
        }
        for (int t = last[r]; t != NONE; t = previous[t]) {
            latest[t] = latestBefore(t, next[t]);
        }
    }
}
