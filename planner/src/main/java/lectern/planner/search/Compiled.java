package lectern.planner.search;

/// A problem as arrays of numbers: talks, speakers, groups (speakers who are alike in everything, most of them of one),
/// routes (one shift of one speaker) and arcs (a talk and a group who could give it). Windows of a talk are merged and
/// in order, shifts of a speaker are in order. Built by [Compiler], never changed afterwards.
final class Compiled {

    /// No minute; later than every minute.
    static final int NEVER = Integer.MAX_VALUE / 2;

    int talks;
    int speakers;
    int groups;
    int routes;
    final Venues venues;

    long travelWeight;
    long shiftWeight;
    long loadWeight;
    long repeatWeight;
    long moveWeight;

    /// What leaving each talk out costs.
    long[] leaveCost = {};

    int[] minutes = {};
    int[] venue = {};
    long[] load = {};
    int[] windowOffset = {};
    int[] windowFrom = {};
    int[] windowTo = {};
    int[][] talksAtVenue = {};

    /// Whether another talk may want the exclusive place at the same time: then the start is frozen once chosen.
    boolean[] placeShared = {};

    int[] previousSpeaker = {};
    int[] previousStart = {};
    int[] pinnedArc = {};
    int[] pinnedRoute = {};
    int[] pinnedStart = {};

    int[] routeOffset = {};
    int[] maxTalks = {};
    int[] maxTalksPerShift = {};
    long[] capacity = {};

    int[] group = {};
    int[] groupOffset = {};
    int[] groupSpeaker = {};

    int[] routeSpeaker = {};
    int[] routeShift = {};
    int[] shiftStart = {};
    int[] shiftEnd = {};

    /// First and last minute for talks of no length: not where two shifts touch, where it is unclear to which they
    /// count.
    int[] momentFrom = {};

    int[] momentTo = {};

    /// Of each talk those first that cost least when the talk is all the speaker has.
    int[] arcOffset = {};

    int[] arcGroup = {};
    int[] arcOut = {};
    int[] arcBack = {};

    /// Misfit, overtier and change: what does not depend on the rest of the plan.
    long[] arcCost = {};

    /// The same with travel from home and back and the used shift.
    long[] arcAlone = {};

    int[] optionOffset = {};

    /// Which of the speaker's shifts hold the talk.
    int[] optionShift = {};

    Compiled(Venues venues) {
        this.venues = venues;
    }

    int shiftsOf(int speaker) {
        return routeOffset[speaker + 1] - routeOffset[speaker];
    }

    int options(int talk) {
        return optionOffset[arcOffset[talk + 1]] - optionOffset[arcOffset[talk]];
    }

    int travel(int talk, int next) {
        return venues.travel(venue[talk], venue[next]);
    }

    /// Minutes from the start of one talk to the earliest start of the next. Never 0, so that starts leave no doubt
    /// about the order, save for talks of no length at one place, whose order makes no difference.
    int gap(int talk, int next, int travel) {
        int gap = minutes[talk] + travel;
        if (gap == 0 && (venue[talk] != venue[next] || minutes[next] > 0)) {
            return 1;
        }
        return gap;
    }

    /// The first minute from `from` on at which the talk may start in the route, [#NEVER] if there is none.
    int earliest(int talk, int route, int from) {
        int least = minutes[talk] == 0 ? Math.max(from, momentFrom[route]) : from;
        for (int i = windowOffset[talk]; i < windowOffset[talk + 1]; i++) {
            if (least <= windowTo[i]) {
                return Math.max(least, windowFrom[i]);
            }
        }
        return NEVER;
    }

    /// The last minute up to `to` at which the talk may start in the route, -[#NEVER] if there is none.
    int latest(int talk, int route, int to) {
        int most = minutes[talk] == 0 ? Math.min(to, momentTo[route]) : to;
        for (int i = windowOffset[talk + 1] - 1; i >= windowOffset[talk]; i--) {
            if (most >= windowFrom[i]) {
                return Math.min(most, windowTo[i]);
            }
        }
        return -NEVER;
    }

    /// Whether two talks at one exclusive place would overlap. A talk of no length within another counts as
    /// overlapping,
    /// which is stricter than the rule and cannot be misread.
    boolean overlap(int talk, int start, int other, int otherStart) {
        return start < otherStart + minutes[other] && otherStart < start + minutes[talk];
    }
}
