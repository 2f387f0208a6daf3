package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// The speakers around one talk: a part of the plan small enough to be searched thoroughly while all others keep what
/// they have. Not thread-safe.
final class Region {

    private static final int FEWEST_SPEAKERS = 3;

    private final Compiled problem;
    private final Routes routes;
    private final int search;
    private final int searches;
    private final IntList speakers = new IntList();

    /// What the speakers of the region have, and talks nearby that nobody gives.
    private final IntList talks = new IntList();

    /// @param search which of so many searches this is: of those who are alike and have no talk yet each may take
    /// some, lest all take the same
    Region(Routes routes, int search, int searches) {
        this.problem = routes.problem;
        this.routes = routes;
        this.search = search;
        this.searches = searches;
    }

    /// Closes all who have talks but the nearest to the centre that have so many talks together.
    ///
    /// @param taken speakers who stay closed in any case
    void around(int centre, int wanted, boolean[] taken) {
        talks.clear();
        speakers.clear();
        for (int s = 0; s < problem.speakers; s++) {
            routes.closed[s] = taken[s] || routes.talksOf[s] > 0 || !isOurs(s);
        }
        for (int venue : problem.venues.near(problem.venue[centre])) {
            for (int talk : problem.talksAtVenue[venue]) {
                if (talks.size >= wanted && speakers.size >= FEWEST_SPEAKERS) {
                    return;
                }
                if (routes.route[talk] == NONE) {
                    talks.add(talk);
                } else if (routes.closed[routes.speakerOf(talk)] && !taken[routes.speakerOf(talk)]) {
                    open(routes.speakerOf(talk));
                }
            }
        }
    }

    private boolean isOurs(int s) {
        int group = problem.group[s];
        boolean alone = problem.groupOffset[group + 1] - problem.groupOffset[group] == 1;
        return alone || s % searches == search;
    }

    private void open(int s) {
        speakers.add(s);
        routes.closed[s] = false;
        for (int r = routes.used.first[s]; r != NONE; r = routes.used.next[r]) {
            for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                talks.add(t);
            }
        }
    }

    /// Marks those whose talks are searched.
    void mark(boolean[] marks, boolean value) {
        for (int i = 0; i < speakers.size; i++) {
            marks[speakers.items[i]] = value;
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
