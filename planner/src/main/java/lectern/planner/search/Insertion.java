package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Inserts talks where they are cheapest. Where speakers are many and have few talks each, everybody who could give a
/// talk is asked; where they are few and have many, only the places beside the talk's neighbours are looked at. Not
/// thread-safe.
final class Insertion {

    /// Places looked at beside those whom the talk could follow, and as many beside those whom it could precede.
    private static final int PLACES = 40;

    private static final int MOST_ARCS_TABLED = 1 << 24;

    private final Compiled problem;
    private final Routes routes;
    private final RandomNumbers random;
    private final Cheapest cheapest;
    private final @Nullable Neighbours neighbours;

    /// Arc of each talk and group, [Routes#NONE] where there is none; only with neighbours.
    private final int[] arcOfGroup;

    /// The least that each talk adds to the cost, travel, shift and move aside, whoever gives it.
    private final long[] leastCost;

    private final int[] talksAtVenueOf;
    private int talk;

    Insertion(Routes routes, RandomNumbers random) {
        this.problem = routes.problem;
        this.routes = routes;
        this.random = random;
        this.cheapest = new Cheapest(routes, random);
        this.neighbours = fewSpeakers() ? new Neighbours(problem) : null;
        this.arcOfGroup = fewSpeakers() ? arcsOfGroups() : new int[0];
        this.leastCost = leastCosts();
        this.talksAtVenueOf = new int[problem.speakers];
    }

    /// Whether speakers are few, or alike, and have many talks each.
    boolean fewSpeakers() {
        return problem.groups < problem.talks && (long) problem.groups * problem.talks <= MOST_ARCS_TABLED;
    }

    private int[] arcsOfGroups() {
        int[] arcs = new int[problem.talks * problem.groups];
        Arrays.fill(arcs, NONE);
        for (int t = 0; t < problem.talks; t++) {
            for (int a = problem.arcOffset[t]; a < problem.arcOffset[t + 1]; a++) {
                arcs[t * problem.groups + problem.arcGroup[a]] = a;
            }
        }
        return arcs;
    }

    private long[] leastCosts() {
        long[] least = new long[problem.talks];
        for (int t = 0; t < problem.talks; t++) {
            least[t] = Long.MAX_VALUE / 2;
            for (int a = problem.arcOffset[t]; a < problem.arcOffset[t + 1]; a++) {
                least[t] = Math.min(least[t], problem.arcCost[a] + problem.loadWeight - problem.leaveCost[t]);
            }
        }
        return least;
    }

    /// Inserts the talk where it is cheapest.
    ///
    /// @param blinkRate probability with which each place is overlooked
    /// @param below the cost difference must be below this; 0: serving must be cheaper than leaving out
    boolean insertCheapest(int asked, double blinkRate, long below) {
        begin(asked, blinkRate, below);
        if (neighbours == null || routes.served() <= 2 * PLACES) {
            askEverybody();
        } else {
            askBeside(neighbours);
        }
        return end();
    }

    /// Inserts the talk with this speaker where it is cheapest, if that is cheaper than leaving it out.
    boolean insertCheapestWith(int asked, int arc, int speaker) {
        begin(asked, 0, 0);
        askSpeaker(arc, speaker);
        return end();
    }

    /// Inserts a pinned talk behind all that its route already has, asking nothing: pins were checked before.
    void insertPinned(int pinned) {
        begin(pinned, 0, 0);
        int a = problem.pinnedArc[talk];
        int r = problem.pinnedRoute[talk];
        int s = problem.routeSpeaker[r];
        int start = problem.pinnedStart[talk];
        long cost = baseCost(a, s) + cheapest.detour(r, routes.last[r], a) + routes.moveCost(talk, s, start);
        countAtVenue(-1);
        routes.insert(talk, a, r, routes.last[r], start, cost);
    }

    private void begin(int asked, double blinkRate, long below) {
        talk = asked;
        cheapest.begin(asked, blinkRate, below);
        countAtVenue(1);
    }

    private boolean end() {
        countAtVenue(-1);
        if (!cheapest.isFound()) {
            return false;
        }
        int r = cheapest.route;
        long pretended = routes.bias.ofOneMore(routes.count[r]);
        routes.insert(talk, cheapest.arc, r, cheapest.after, cheapest.frozen, cheapest.cost - pretended);
        return true;
    }

    private void countAtVenue(int difference) {
        if (problem.repeatWeight > 0) {
            for (int other : problem.talksAtVenue[problem.venue[talk]]) {
                if (routes.route[other] != NONE) {
                    talksAtVenueOf[routes.speakerOf(other)] += difference;
                }
            }
        }
    }

    /// What the talk costs with this speaker, travel, shift and move aside, less what leaving it out costs.
    private long baseCost(int a, int s) {
        return problem.arcCost[a]
                + problem.loadWeight * (2L * routes.talksOf[s] + 1)
                + (talksAtVenueOf[s] > 0 ? problem.repeatWeight : 0)
                - problem.leaveCost[talk];
    }

    private void askEverybody() {
        for (int a = problem.arcOffset[talk]; a < problem.arcOffset[talk + 1]; a++) {
            int group = problem.arcGroup[a];
            int first = problem.groupOffset[group];
            for (int i = first; i < first + routes.used.speakers[group]; i++) {
                askSpeaker(a, routes.used.speaker[i]);
            }
            askNewcomer(a);
        }
    }

    private void askBeside(Neighbours all) {
        int left = PLACES;
        int closes = problem.windowTo[problem.windowOffset[talk + 1] - 1];
        for (int other : all.before(talk)) {
            if (routes.route[other] != NONE
                    && routes.earliest[other] + problem.minutes[other] + cheapest.minutesFrom(other) <= closes) {
                askBetween(routes.route[other], other, routes.next[other]);
                if (--left == 0) {
                    break;
                }
            }
        }
        left = PLACES;
        int ends = problem.windowFrom[problem.windowOffset[talk]] + problem.minutes[talk];
        for (int other : all.behind(talk)) {
            if (routes.route[other] != NONE && routes.latest[other] >= ends + cheapest.minutesTo(other)) {
                askBetween(routes.route[other], routes.previous[other], other);
                if (--left == 0) {
                    break;
                }
            }
        }
        askEmptyRoutes();
    }

    /// Between two talks of a route, one of which may be home.
    private void askBetween(int r, int before, int behind) {
        int there = before == NONE ? 0 : cheapest.minutesFrom(before);
        int onward = behind == NONE ? 0 : cheapest.minutesTo(behind);
        int skipped = before == NONE ? routes.outward[r] : routes.onward[before];
        if (leastCost[talk] + (there + onward - skipped) * problem.travelWeight >= cheapest.cost) {
            return;
        }
        int s = problem.routeSpeaker[r];
        int a = arcOfGroup[talk * problem.groups + problem.group[s]];
        if (a != NONE && mayHaveMore(s) && !isFull(r, s)) {
            long base = baseCost(a, s) + routes.bias.ofOneMore(routes.count[r]);
            cheapest.askPlace(a, r, before, behind, base, cheapest.freezes(s));
        }
    }

    private boolean mayHaveMore(int s) {
        return !routes.closed[s] && routes.talksOf[s] < problem.maxTalks[s];
    }

    private boolean isFull(int r, int s) {
        return routes.count[r] >= problem.maxTalksPerShift[s]
                || routes.load[r] + problem.load[talk] > problem.capacity[s];
    }

    private void askEmptyRoutes() {
        for (int a = problem.arcOffset[talk]; a < problem.arcOffset[talk + 1]; a++) {
            int group = problem.arcGroup[a];
            int first = problem.groupOffset[group];
            if (problem.shiftsOf(problem.groupSpeaker[first]) > 1) {
                for (int i = first; i < first + routes.used.speakers[group]; i++) {
                    int s = routes.used.speaker[i];
                    if (mayHaveMore(s)) {
                        askEmpty(a, s, baseCost(a, s));
                    }
                }
            }
            askNewcomer(a);
        }
    }

    /// Those of a group who have no talk yet are all alike: any one will do.
    private void askNewcomer(int a) {
        if (problem.arcAlone[a] + problem.loadWeight - problem.leaveCost[talk] < cheapest.cost) {
            int group = problem.arcGroup[a];
            int at = problem.groupOffset[group] + routes.used.speakers[group];
            int end = problem.groupOffset[group + 1];
            while (at < end && routes.closed[routes.used.speaker[at]]) {
                at++;
            }
            if (at < end) {
                askSpeaker(a, routes.used.speaker[at]);
            }
        }
    }

    private void askSpeaker(int a, int s) {
        long base = baseCost(a, s);
        if (base >= cheapest.cost || !mayHaveMore(s)) {
            return;
        }
        for (int r = routes.used.first[s]; r != NONE; r = routes.used.next[r]) {
            if (!isFull(r, s)) {
                long biased = base + routes.bias.ofOneMore(routes.count[r]);
                cheapest.askRoute(a, r, biased, cheapest.freezes(s));
            }
        }
        askEmpty(a, s, base);
    }

    /// One of the speaker's empty routes: all cost the same, so the first that fits, from a random one on.
    private void askEmpty(int a, int s, long base) {
        int options = problem.optionOffset[a + 1] - problem.optionOffset[a];
        long cost = base - problem.arcCost[a] + problem.arcAlone[a];
        if (options == 0
                || cost >= cheapest.cost
                || problem.load[talk] > problem.capacity[s]
                || problem.maxTalksPerShift[s] == 0) {
            return;
        }
        int offset = options == 1 ? 0 : random.below(options);
        int before = cheapest.route;
        for (int i = 0; i < options && cheapest.route == before; i++) {
            int o = problem.optionOffset[a] + (i + offset < options ? i + offset : i + offset - options);
            int r = problem.routeOffset[s] + problem.optionShift[o];
            if (routes.count[r] == 0) {
                cheapest.askPlace(a, r, NONE, NONE, base + routes.bias.ofOneMore(0), cheapest.freezes(s));
            }
        }
    }
}
