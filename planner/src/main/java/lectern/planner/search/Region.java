package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// The speakers around one talk: a part of the plan small enough to be searched thoroughly while all others keep what
/// they have. Not thread-safe.
final class Region {

    private static final int FEWEST_SPEAKERS = 3;

    private final Compiled problem;
    private final Routes routes;

    /// What the speakers of the region have, and talks nearby that nobody gives.
    private final IntList talks = new IntList();

    Region(Routes routes) {
        this.problem = routes.problem;
        this.routes = routes;
    }

    /// Closes all who have talks but the nearest to the centre that have so many talks together.
    void around(int centre, int wanted) {
        talks.clear();
        for (int s = 0; s < problem.speakers; s++) {
            routes.closed[s] = routes.talksOf[s] > 0;
        }
        int speakers = 0;
        for (int venue : problem.venues.near(problem.venue[centre])) {
            for (int talk : problem.talksAtVenue[venue]) {
                if (talks.size >= wanted && speakers >= FEWEST_SPEAKERS) {
                    return;
                }
                if (routes.route[talk] == NONE) {
                    talks.add(talk);
                } else if (routes.closed[routes.speakerOf(talk)]) {
                    open(routes.speakerOf(talk));
                    speakers++;
                }
            }
        }
    }

    private void open(int s) {
        routes.closed[s] = false;
        for (int r = routes.used.first[s]; r != NONE; r = routes.used.next[r]) {
            for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                talks.add(t);
            }
        }
    }

    int size() {
        return talks.size;
    }

    int talk(RandomNumbers random) {
        return talks.items[random.below(talks.size)];
    }

    /// From here on nobody is closed.
    void leave() {
        Arrays.fill(routes.closed, false);
    }
}
