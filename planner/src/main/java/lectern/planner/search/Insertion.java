package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// Finds the cheapest place for one talk. Holds what it found until the next question. Not thread-safe.
final class Insertion {

    private final Compiled problem;
    private final Routes routes;
    private final RandomNumbers random;
    private final int[] twinAsked;
    private final int[] talksAtVenueOf;
    private int question;

    private double blink;
    private long best;
    private int arc;
    private int route;
    private int after;
    private int frozen;

    Insertion(Routes routes, RandomNumbers random) {
        this.problem = routes.problem;
        this.routes = routes;
        this.random = random;
        this.twinAsked = new int[problem.speakers];
        this.talksAtVenueOf = new int[problem.speakers];
        Arrays.fill(twinAsked, -1);
    }

    /// Inserts the talk where it is cheapest.
    ///
    /// @param blinkRate probability with which each place is overlooked
    /// @param below the cost difference must be below this; 0: serving must be cheaper than leaving out
    boolean insertCheapest(int talk, double blinkRate, long below) {
        blink = blinkRate;
        best = below;
        route = NONE;
        question++;
        countAtVenue(talk, 1);
        for (int a = problem.arcOffset[talk]; a < problem.arcOffset[talk + 1]; a++) {
            ask(talk, a);
        }
        countAtVenue(talk, -1);
        return insertFound(talk);
    }

    /// Inserts the talk with this speaker where it is cheapest, if that is cheaper than leaving it out.
    boolean insertCheapestWith(int talk, int withArc) {
        blink = 0;
        best = 0;
        route = NONE;
        question++;
        countAtVenue(talk, 1);
        ask(talk, withArc);
        countAtVenue(talk, -1);
        return insertFound(talk);
    }

    /// Inserts a pinned talk behind all that its route already has, asking nothing: pins were checked before.
    void insertPinned(int talk) {
        int a = problem.pinnedArc[talk];
        int r = problem.pinnedRoute[talk];
        int start = problem.pinnedStart[talk];
        countAtVenue(talk, 1);
        long cost = baseCost(talk, a)
                + detour(talk, a, r, routes.last[r], NONE)
                + routes.moveCost(talk, problem.arcSpeaker[a], start);
        countAtVenue(talk, -1);
        routes.insert(talk, a, r, routes.last[r], start, cost);
    }

    private boolean insertFound(int talk) {
        if (route == NONE) {
            return false;
        }
        routes.insert(talk, arc, route, after, frozen, best);
        return true;
    }

    private void countAtVenue(int talk, int difference) {
        if (problem.repeatWeight > 0) {
            for (int other : problem.talksAtVenue[problem.venue[talk]]) {
                if (routes.route[other] != NONE) {
                    talksAtVenueOf[routes.speakerOf(other)] += difference;
                }
            }
        }
    }

    /// What the talk costs with this speaker, travel, shift and move aside, less what leaving it out costs.
    private long baseCost(int talk, int a) {
        int s = problem.arcSpeaker[a];
        return problem.arcCost[a]
                + problem.loadWeight * (2L * routes.talksOf[s] + 1)
                + (talksAtVenueOf[s] > 0 ? problem.repeatWeight : 0)
                - problem.leaveCost[talk];
    }

    private void ask(int talk, int a) {
        int s = problem.arcSpeaker[a];
        if (routes.talksOf[s] >= problem.maxTalks[s]) {
            return;
        }
        if (routes.talksOf[s] == 0) {
            int twin = problem.twin[s];
            if (twinAsked[twin] == question) {
                return;
            }
            twinAsked[twin] = question;
        }
        long base = baseCost(talk, a);
        if (base >= best) {
            return;
        }
        boolean freezes = problem.placeShared[talk] || (problem.moveWeight > 0 && problem.previousSpeaker[talk] == s);
        for (int o = problem.optionOffset[a]; o < problem.optionOffset[a + 1]; o++) {
            int r = problem.optionRoute[o];
            if (routes.count[r] >= problem.maxTalksPerShift[s]
                    || routes.load[r] + problem.load[talk] > problem.capacity[s]) {
                continue;
            }
            if (freezes) {
                askFrozen(talk, a, r, base);
            } else {
                askFlexible(talk, a, r, base);
            }
        }
    }

    private void askFlexible(int talk, int a, int r, long base) {
        int out = problem.arcOut[a];
        int back = problem.arcBack[a];
        int end = problem.shiftEnd[r] - back - problem.minutes[talk];
        if (routes.count[r] == 0) {
            long cost = base + (out + back) * problem.travelWeight + problem.shiftWeight;
            if (cost < best && problem.earliest(talk, r, problem.shiftStart[r] + out) <= end && !blinks()) {
                found(cost, a, r, NONE, NONE);
            }
            return;
        }
        int venue = problem.venue[talk];
        int opens = problem.windowFrom[problem.windowOffset[talk]] + problem.minutes[talk];
        int closes = problem.windowTo[problem.windowOffset[talk + 1] - 1];
        int before = NONE;
        int behind = routes.first[r];
        while (true) {
            if (before != NONE && routes.earliest[before] > closes) {
                return;
            }
            if (behind == NONE || routes.latest[behind] >= opens) {
                long there = before == NONE ? out : problem.venues.travel(problem.venue[before], venue);
                long onward = behind == NONE ? back : problem.venues.travel(venue, problem.venue[behind]);
                long cost = base + (there + onward - routes.directLeg(before, behind)) * problem.travelWeight;
                if (cost < best) {
                    int from = before == NONE
                            ? problem.shiftStart[r] + out
                            : routes.earliest[before] + problem.gap(before, talk);
                    int to = behind == NONE ? end : routes.latest[behind] - problem.gap(talk, behind);
                    if (from <= to
                            && problem.earliest(talk, r, from) <= Math.min(to, lastMoment(talk, r))
                            && !blinks()) {
                        found(cost, a, r, before, NONE);
                    }
                }
            }
            if (behind == NONE) {
                return;
            }
            before = behind;
            behind = routes.next[behind];
        }
    }

    /// As [#askFlexible], choosing the start for good: the published one or the earliest.
    private void askFrozen(int talk, int a, int r, long base) {
        int before = NONE;
        int behind = routes.first[r];
        while (true) {
            int from = before == NONE
                    ? problem.shiftStart[r] + problem.arcOut[a]
                    : routes.earliest[before] + problem.gap(before, talk);
            int to = behind == NONE
                    ? problem.shiftEnd[r] - problem.arcBack[a] - problem.minutes[talk]
                    : routes.latest[behind] - problem.gap(talk, behind);
            if (from <= to) {
                long cost = base + detour(talk, a, r, before, behind);
                if (problem.previousSpeaker[talk] == problem.arcSpeaker[a]) {
                    askStart(talk, a, r, before, from, to, problem.previousStart[talk], cost);
                }
                askStart(talk, a, r, before, from, to, firstFree(talk, r, from, to), cost);
            }
            if (behind == NONE) {
                return;
            }
            before = behind;
            behind = routes.next[behind];
        }
    }

    private long detour(int talk, int a, int r, int before, int behind) {
        int venue = problem.venue[talk];
        long there = before == NONE ? problem.arcOut[a] : problem.venues.travel(problem.venue[before], venue);
        long onward = behind == NONE ? problem.arcBack[a] : problem.venues.travel(venue, problem.venue[behind]);
        if (routes.count[r] == 0) {
            return (there + onward) * problem.travelWeight + problem.shiftWeight;
        }
        return (there + onward - routes.directLeg(before, behind)) * problem.travelWeight;
    }

    private void askStart(int talk, int a, int r, int before, int from, int to, int start, long costWithoutMove) {
        if (start < from || start > to || start > lastMoment(talk, r) || problem.earliest(talk, r, start) != start) {
            return;
        }
        long cost = costWithoutMove + routes.moveCost(talk, problem.arcSpeaker[a], start);
        if (cost < best && !blinks() && clash(talk, start) == NONE) {
            found(cost, a, r, before, start);
        }
    }

    private int firstFree(int talk, int r, int from, int to) {
        int start = problem.earliest(talk, r, from);
        while (start <= to) {
            int other = clash(talk, start);
            if (other == NONE) {
                return start;
            }
            start = problem.earliest(talk, r, routes.frozen[other] + problem.minutes[other]);
        }
        return Compiled.NEVER;
    }

    /// A talk that already takes the place at that time. Talks that could clash are always frozen.
    private int clash(int talk, int start) {
        if (problem.placeShared[talk]) {
            for (int other : problem.talksAtVenue[problem.venue[talk]]) {
                if (routes.route[other] != NONE
                        && routes.frozen[other] != NONE
                        && problem.overlap(talk, start, other, routes.frozen[other])) {
                    return other;
                }
            }
        }
        return NONE;
    }

    private int lastMoment(int talk, int r) {
        return problem.minutes[talk] == 0 ? problem.momentTo[r] : Compiled.NEVER;
    }

    private boolean blinks() {
        return blink > 0 && random.chance(blink);
    }

    private void found(long cost, int a, int r, int before, int start) {
        best = cost;
        arc = a;
        route = r;
        after = before;
        frozen = start;
    }
}
