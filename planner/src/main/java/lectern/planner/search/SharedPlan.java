package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.List;
import java.util.function.BooleanSupplier;
import lectern.planner.model.Assignment;

/// The plan on which several searches work at once, each in a region of its own: who has talks there is claimed by one
/// search at a time. What a search makes better it publishes; if another has meanwhile given one of its talks, taken
/// one of its speakers or a place at the same time, its work is lost. Thread-safe.
final class SharedPlan {

    private final Compiled problem;
    private final KeptPlan plan;
    private final boolean[] claimed;

    /// For each search the routes that others have changed since it looked last.
    private final RouteSet[] news;

    private int arrived;
    private int best = NONE;

    SharedPlan(Compiled problem, int searches) {
        this.problem = problem;
        this.plan = new KeptPlan(problem);
        this.claimed = new boolean[problem.speakers];
        this.news = new RouteSet[searches];
        for (int i = 0; i < searches; i++) {
            news[i] = new RouteSet(problem);
        }
    }

    int searches() {
        return news.length;
    }

    /// Waits for all searches and makes the cheapest of their plans the shared one. All routes are news to the others.
    ///
    /// @return false when halted before all had come
    synchronized boolean meet(int search, KeptPlan mine, BooleanSupplier halted) {
        if (best == NONE || mine.cost < plan.cost) {
            best = search;
            plan.copy(mine, RouteSet.all(problem).routes);
            plan.cost = mine.cost;
            plan.served = mine.served;
        }
        arrived++;
        notifyAll();
        while (arrived < news.length && !halted.getAsBoolean()) {
            await();
        }
        for (int r = 0; search != best && r < problem.routes; r++) {
            if (plan.first[r] != NONE || mine.first[r] != NONE) {
                news[search].add(r);
            }
        }
        return arrived == news.length;
    }

    private void await() {
        try {
            wait(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Brings the search up to date and claims a region for it.
    synchronized void claim(int search, Routes routes, KeptPlan mine, Region region, int centre, int wanted) {
        IntList changed = news[search].routes;
        mine.copy(plan, changed);
        mine.cost = plan.cost;
        mine.served = plan.served;
        mine.restore(routes, changed);
        news[search].clear();
        region.around(centre, wanted, claimed);
        region.mark(claimed, true);
    }

    /// Gives the region back, and the routes that the search made better to everybody.
    ///
    /// @param changed routes in which the search's plan differs from the one it claimed its region in
    /// @return whether nobody was in the way; otherwise the search must take everything that changed as news
    synchronized boolean publish(int search, KeptPlan mine, long gain, RouteSet changed, Region region) {
        region.mark(claimed, false);
        if (isContested(search, mine, changed)) {
            news[search].addAll(changed);
            return false;
        }
        int before = served(plan, changed);
        plan.copy(mine, changed.routes);
        plan.cost -= gain;
        plan.served += served(plan, changed) - before;
        for (int other = 0; other < news.length; other++) {
            if (other != search) {
                news[other].addAll(changed);
            }
        }
        return true;
    }

    private static int served(KeptPlan plan, RouteSet which) {
        int served = 0;
        for (int i = 0; i < which.routes.size; i++) {
            for (int t = plan.first[which.routes.items[i]]; t != NONE; t = plan.next[t]) {
                served++;
            }
        }
        return served;
    }

    private boolean isContested(int search, KeptPlan mine, RouteSet changed) {
        for (int i = 0; i < changed.routes.size; i++) {
            int r = changed.routes.items[i];
            if (isNews(search, problem.routeSpeaker[r])) {
                return true;
            }
            for (int t = mine.first[r]; t != NONE; t = mine.next[t]) {
                boolean givenByAnother = plan.route[t] != NONE && !changed.contains(plan.route[t]);
                if (givenByAnother || isPlaceTaken(t, mine.start[t], changed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNews(int search, int speaker) {
        for (int r = problem.routeOffset[speaker]; r < problem.routeOffset[speaker + 1]; r++) {
            if (news[search].contains(r)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlaceTaken(int talk, int start, RouteSet changed) {
        if (problem.placeShared[talk]) {
            for (int other : problem.talksAtVenue[problem.venue[talk]]) {
                boolean stays = other != talk && plan.route[other] != NONE && !changed.contains(plan.route[other]);
                if (stays && problem.overlap(talk, start, other, plan.start[other])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether all have met: before that nothing is shared.
    synchronized boolean isShared() {
        return arrived == news.length;
    }

    synchronized List<Assignment> assignments(Assignments words) {
        return words.of(plan);
    }

    synchronized long cost() {
        return plan.cost;
    }
}
