package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// A copy of a plan, kept up to date by copying only the routes that changed. Not thread-safe.
final class KeptPlan {

    long cost = Long.MAX_VALUE;
    int served;

    /// Of each talk its route, [Routes#NONE] if nobody gives it.
    final int[] route;

    /// First talk of each route, and of each talk the next, [Routes#NONE] at the end.
    final int[] first;

    final int[] next;
    final int[] arc;
    final int[] frozen;
    final int[] start;

    KeptPlan(Compiled problem) {
        first = new int[problem.routes];
        next = new int[problem.talks];
        route = new int[problem.talks];
        arc = new int[problem.talks];
        frozen = new int[problem.talks];
        start = new int[problem.talks];
        Arrays.fill(first, NONE);
        Arrays.fill(route, NONE);
    }

    /// Takes these routes over.
    void copy(Routes routes, IntList which) {
        for (int i = 0; i < which.size; i++) {
            forget(which.items[i]);
        }
        for (int i = 0; i < which.size; i++) {
            int r = which.items[i];
            first[r] = routes.first[r];
            for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                note(t, r, routes.next[t], routes.arc[t], routes.frozen[t], routes.earliest[t]);
            }
        }
        cost = routes.cost;
        served = routes.served();
    }

    /// Takes these routes over, cost and number of served talks aside.
    void copy(KeptPlan other, IntList which) {
        for (int i = 0; i < which.size; i++) {
            forget(which.items[i]);
        }
        for (int i = 0; i < which.size; i++) {
            int r = which.items[i];
            first[r] = other.first[r];
            for (int t = other.first[r]; t != NONE; t = other.next[t]) {
                note(t, r, other.next[t], other.arc[t], other.frozen[t], other.start[t]);
            }
        }
    }

    private void forget(int r) {
        for (int t = first[r]; t != NONE; t = next[t]) {
            route[t] = NONE;
        }
        first[r] = NONE;
    }

    private void note(int talk, int r, int behind, int itsArc, int itsFrozen, int itsStart) {
        route[talk] = r;
        next[talk] = behind;
        arc[talk] = itsArc;
        frozen[talk] = itsFrozen;
        start[talk] = itsStart;
    }

    /// Makes these routes what they are here, and the cost.
    void restore(Routes routes, IntList which) {
        for (int i = 0; i < which.size; i++) {
            routes.empty(which.items[i]);
        }
        for (int i = 0; i < which.size; i++) {
            int r = which.items[i];
            for (int t = first[r]; t != NONE; t = next[t]) {
                routes.append(t, arc[t], r, frozen[t]);
            }
            routes.schedule(r);
        }
        routes.cost = cost;
    }
}
