package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// A copy of the best plan so far, kept up to date by copying only the routes that changed. Not thread-safe.
final class BestPlan {

    long cost = Long.MAX_VALUE;
    int served;

    private final Routes routes;
    private final int[] first;
    private final int[] next;
    private final int[] arc;
    private final int[] frozen;
    private final int[] start;

    BestPlan(Routes routes) {
        this.routes = routes;
        first = new int[routes.problem.routes];
        Arrays.fill(first, NONE);
        next = new int[routes.problem.talks];
        arc = new int[routes.problem.talks];
        frozen = new int[routes.problem.talks];
        start = new int[routes.problem.talks];
    }

    void keep() {
        cost = routes.cost;
        served = routes.served();
        IntList changed = routes.changed();
        for (int i = 0; i < changed.size; i++) {
            int r = changed.items[i];
            first[r] = routes.first[r];
            for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                next[t] = routes.next[t];
                arc[t] = routes.arc[t];
                frozen[t] = routes.frozen[t];
                start[t] = routes.earliest[t];
            }
        }
        routes.forgetChanged();
    }

    /// Makes the routes what they were when they were kept.
    void restore() {
        IntList changed = routes.changed();
        for (int i = 0; i < changed.size; i++) {
            routes.empty(changed.items[i]);
        }
        for (int i = 0; i < changed.size; i++) {
            int r = changed.items[i];
            for (int t = first[r]; t != NONE; t = next[t]) {
                routes.append(t, arc[t], r, frozen[t]);
            }
            routes.schedule(r);
        }
        routes.cost = cost;
        routes.forgetChanged();
    }

    /// Of each talk its route, [Routes#NONE] if nobody gives it.
    int[] route() {
        int[] route = new int[next.length];
        Arrays.fill(route, NONE);
        for (int r = 0; r < first.length; r++) {
            for (int t = first[r]; t != NONE; t = next[t]) {
                route[t] = r;
            }
        }
        return route;
    }

    /// The talks of a route in order, [Routes#NONE] at the end.
    int first(int r) {
        return first[r];
    }

    int next(int talk) {
        return next[talk];
    }

    int start(int talk) {
        return start[talk];
    }
}
