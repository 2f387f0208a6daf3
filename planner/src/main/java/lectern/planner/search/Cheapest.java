package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import org.jspecify.annotations.Nullable;

/// The cheapest place for one talk among those looked at so far. Each place is tested in constant time. Not
/// thread-safe.
final class Cheapest {

    int talk;
    long cost;
    int arc;
    int route;
    int after;
    int frozen;

    private final Compiled problem;
    private final Routes routes;
    private final RandomNumbers random;
    private int @Nullable [] row;
    private int @Nullable [] column;
    private double blink;

    Cheapest(Routes routes, RandomNumbers random) {
        this.problem = routes.problem;
        this.routes = routes;
        this.random = random;
    }

    /// @param blinkRate probability with which each place is overlooked
    /// @param below what a place must cost less than, to be found
    void begin(int asked, double blinkRate, long below) {
        talk = asked;
        blink = blinkRate;
        cost = below;
        route = NONE;
        row = problem.venues.row(problem.venue[talk]);
        column = problem.venues.column(problem.venue[talk]);
    }

    boolean isFound() {
        return route != NONE;
    }

    int minutesFrom(int before) {
        int[] known = column;
        return known == null ? problem.travel(before, talk) : known[problem.venue[before]];
    }

    int minutesTo(int behind) {
        int[] known = row;
        return known == null ? problem.travel(talk, behind) : known[problem.venue[behind]];
    }

    /// Whether the start is chosen for good with this speaker.
    boolean freezes(int s) {
        return problem.placeShared[talk] || (problem.moveWeight > 0 && problem.previousSpeaker[talk] == s);
    }

    /// Looks at all places in a route that has talks.
    ///
    /// @param base cost but for travel, shift and move
    void askRoute(int a, int r, long base, boolean freezes) {
        int opens = problem.windowFrom[problem.windowOffset[talk]] + problem.minutes[talk];
        int closes = problem.windowTo[problem.windowOffset[talk + 1] - 1];
        int before = NONE;
        int behind = routes.first[r];
        while (true) {
            if (behind == NONE || routes.latest[behind] >= opens) {
                askPlace(a, r, before, behind, base, freezes);
            }
            if (behind == NONE || routes.earliest[behind] > closes) {
                return;
            }
            before = behind;
            behind = routes.next[before];
        }
    }

    /// Looks at one place, between two talks or between home and a talk.
    void askPlace(int a, int r, int before, int behind, long base, boolean freezes) {
        int there = before == NONE ? problem.arcOut[a] : minutesFrom(before);
        int onward = behind == NONE ? problem.arcBack[a] : minutesTo(behind);
        long price = base + detour(r, before, there, onward);
        if (price >= cost) {
            return;
        }
        int from = before == NONE
                ? problem.shiftStart[r] + there
                : routes.earliest[before] + problem.gap(before, talk, there);
        int to = behind == NONE
                ? problem.shiftEnd[r] - onward - problem.minutes[talk]
                : routes.latest[behind] - problem.gap(talk, behind, onward);
        if (from > to) {
            return;
        }
        if (freezes) {
            askStarts(a, r, before, from, to, price);
        } else if (problem.earliest(talk, r, from) <= Math.min(to, lastMoment(r)) && !blinks()) {
            found(price, a, r, before, NONE);
        }
    }

    /// What travel and shift cost more when the talk goes behind all that the route has.
    long detour(int r, int last, int a) {
        return detour(r, last, last == NONE ? problem.arcOut[a] : minutesFrom(last), problem.arcBack[a]);
    }

    private long detour(int r, int before, long there, long onward) {
        if (routes.count[r] == 0) {
            return (there + onward) * problem.travelWeight + problem.shiftWeight;
        }
        int skipped = before == NONE ? routes.outward[r] : routes.onward[before];
        return (there + onward - skipped) * problem.travelWeight;
    }

    /// The published start, and the earliest at which the place is free.
    private void askStarts(int a, int r, int before, int from, int to, long price) {
        if (problem.previousSpeaker[talk] == problem.routeSpeaker[r]) {
            askStart(a, r, before, from, to, problem.previousStart[talk], price);
        }
        askStart(a, r, before, from, to, firstFree(r, from, to), price);
    }

    private void askStart(int a, int r, int before, int from, int to, int start, long priceWithoutMove) {
        if (start < from || start > to || start > lastMoment(r) || problem.earliest(talk, r, start) != start) {
            return;
        }
        long price = priceWithoutMove + routes.moveCost(talk, problem.routeSpeaker[r], start);
        if (price < cost && !blinks() && clash(start) == NONE) {
            found(price, a, r, before, start);
        }
    }

    private int firstFree(int r, int from, int to) {
        int start = problem.earliest(talk, r, from);
        while (start <= to) {
            int other = clash(start);
            if (other == NONE) {
                return start;
            }
            start = problem.earliest(talk, r, routes.frozen[other] + problem.minutes[other]);
        }
        return Compiled.NEVER;
    }

    /// A talk that already takes the place at that time. Talks that could clash are always frozen.
    private int clash(int start) {
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

    private int lastMoment(int r) {
        return problem.minutes[talk] == 0 ? problem.momentTo[r] : Compiled.NEVER;
    }

    private boolean blinks() {
        return blink > 0 && random.chance(blink);
    }

    private void found(long price, int a, int r, int before, int start) {
        cost = price;
        arc = a;
        route = r;
        after = before;
        frozen = start;
    }
}
