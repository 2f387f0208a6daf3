package lectern.planner.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Refuses a problem that contradicts itself, naming the first fault in the order of the file.
final class Validation {

    private static final int GREATEST_PRIORITY = 1_000_000_000;
    private static final long GREATEST_WEIGHT = 1_000_000_000_000L;

    /// Costs are sums of longs; a quarter of their range leaves room for every difference of two.
    private static final BigInteger GREATEST_COST = BigInteger.valueOf(Long.MAX_VALUE / 4);

    private final Travel travel;
    private final Weights weights;
    private final List<Place> places;
    private final List<Talk> talks;
    private final List<Speaker> speakers;

    Validation(Travel travel, Weights weights, List<Place> places, List<Talk> talks, List<Speaker> speakers) {
        this.travel = travel;
        this.weights = weights;
        this.places = places;
        this.talks = talks;
        this.speakers = speakers;
    }

    void check(List<Assignment> pinned, List<Assignment> previous) {
        checkWeights();
        Set<String> placeIds = distinctIds("places", places, Place::id);
        Set<String> talkIds = distinctIds("talks", talks, Talk::id);
        Set<String> speakerIds = distinctIds("speakers", speakers, Speaker::id);
        travel.check(places);
        for (int i = 0; i < talks.size(); i++) {
            checkTalk("talks[" + i + "]", talks.get(i), placeIds);
        }
        for (int i = 0; i < speakers.size(); i++) {
            checkSpeaker("speakers[" + i + "]", speakers.get(i), placeIds);
        }
        checkAssignments("pinned", pinned, talkIds, speakerIds);
        checkAssignments("previous", previous, talkIds, speakerIds);
        checkGreatestCost();
    }

    static void checkMatrix(int[][] minutes, int places) {
        if (minutes.length != places) {
            throw fault("travel.minutes", "has %d rows for %d places", minutes.length, places);
        }
        for (int i = 0; i < minutes.length; i++) {
            if (minutes[i].length != places) {
                throw fault("travel.minutes[" + i + "]", "has %d entries for %d places", minutes[i].length, places);
            }
            for (int j = 0; j < places; j++) {
                if (minutes[i][j] < 0 || minutes[i][j] > Problem.GREATEST) {
                    within("travel.minutes[" + i + "][" + j + "]", minutes[i][j], 0, Problem.GREATEST);
                }
            }
        }
    }

    private void checkWeights() {
        within("weights.unserved", weights.unserved(), 0, GREATEST_WEIGHT);
        within("weights.travel", weights.travel(), 0, GREATEST_WEIGHT);
        within("weights.shift", weights.shift(), 0, GREATEST_WEIGHT);
        within("weights.misfit", weights.misfit(), 0, GREATEST_WEIGHT);
        within("weights.load", weights.load(), 0, GREATEST_WEIGHT);
        within("weights.repeat", weights.repeat(), 0, GREATEST_WEIGHT);
        within("weights.overtier", weights.overtier(), 0, GREATEST_WEIGHT);
        within("weights.change", weights.change(), 0, GREATEST_WEIGHT);
        within("weights.move", weights.move(), 0, GREATEST_WEIGHT);
    }

    private static <T> Set<String> distinctIds(String where, List<T> things, Function<T, String> id) {
        Map<String, Integer> seen = HashMap.newHashMap(things.size());
        for (int i = 0; i < things.size(); i++) {
            String name = id.apply(things.get(i));
            if (name.isEmpty()) {
                throw fault(where + "[" + i + "].id", "is empty");
            }
            Integer first = seen.putIfAbsent(name, i);
            if (first != null) {
                throw fault(where + "[" + i + "].id", "\"%s\" is also the id of %s[%d]", name, where, first);
            }
        }
        return seen.keySet();
    }

    static void checkDegrees(String travel, List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            String where = "places[" + i + "]";
            if (!(places.get(i).position() instanceof Position.Degrees(double lat, double lon))) {
                throw fault(where, "%s travel needs lat and lon", travel);
            }
            if (!(Math.abs(lat) <= 90)) {
                throw fault(where + ".lat", "%s is not between -90 and 90", lat);
            }
            if (!(Math.abs(lon) <= 180)) {
                throw fault(where + ".lon", "%s is not between -180 and 180", lon);
            }
        }
    }

    static void checkPoints(List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            String where = "places[" + i + "]";
            if (!(places.get(i).position() instanceof Position.Point(double x, double y))) {
                throw fault(where, "euclidean travel needs x and y");
            }
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw fault(where, "x and y must be finite");
            }
        }
    }

    private static void checkTalk(String where, Talk talk, Set<String> placeIds) {
        known(where + ".place", "place", talk.place(), placeIds);
        within(where + ".minutes", talk.minutes(), 0, Problem.GREATEST);
        if (talk.windows().isEmpty()) {
            throw fault(where + ".windows", "is empty; a talk needs at least one window");
        }
        for (int i = 0; i < talk.windows().size(); i++) {
            Window window = talk.windows().get(i);
            String here = where + ".windows[" + i + "]";
            within(here + "[0]", window.from(), 0, Problem.GREATEST);
            within(here + "[1]", window.to(), 0, Problem.GREATEST);
            if (window.from() > window.to()) {
                throw fault(here, "from %d is after to %d", window.from(), window.to());
            }
        }
        within(where + ".minTier", talk.minTier(), 0, Problem.GREATEST);
        within(where + ".priority", talk.priority(), 1, GREATEST_PRIORITY);
        within(where + ".load", talk.load(), 0, Problem.GREATEST);
    }

    private static void checkSpeaker(String where, Speaker speaker, Set<String> placeIds) {
        known(where + ".home", "place", speaker.home(), placeIds);
        within(where + ".tier", speaker.tier(), 0, Problem.GREATEST);
        checkShifts(where + ".shifts", speaker.shifts());
        if (speaker.maxTalks() != Speaker.NO_CAP) {
            within(where + ".maxTalks", speaker.maxTalks(), 0, Problem.GREATEST);
        }
        if (speaker.maxTalksPerShift() != Speaker.NO_CAP) {
            within(where + ".maxTalksPerShift", speaker.maxTalksPerShift(), 0, Problem.GREATEST);
        }
        within(where + ".capacity", speaker.capacity(), 0, Problem.GREATEST);
        for (Map.Entry<String, Integer> fit : speaker.fit().entrySet()) {
            within(where + ".fit." + fit.getKey(), fit.getValue(), 0, Speaker.FULL_FIT);
        }
    }

    private static void checkShifts(String where, List<Shift> shifts) {
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            String here = where + "[" + i + "]";
            within(here + "[0]", shift.start(), 0, Problem.GREATEST);
            within(here + "[1]", shift.end(), 0, Problem.GREATEST);
            if (shift.start() > shift.end()) {
                throw fault(here, "start %d is after end %d", shift.start(), shift.end());
            }
        }
        int[] inOrder = IntStream.range(0, shifts.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> shifts.get(i).start())
                        .thenComparingInt(i -> shifts.get(i).end()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 1; k < inOrder.length; k++) {
            Shift earlier = shifts.get(inOrder[k - 1]);
            Shift later = shifts.get(inOrder[k]);
            if (later.start() < earlier.end() || later.equals(earlier)) {
                throw fault(
                        where + "[" + inOrder[k] + "]",
                        "[%d, %d] overlaps shifts[%d] [%d, %d]",
                        later.start(),
                        later.end(),
                        inOrder[k - 1],
                        earlier.start(),
                        earlier.end());
            }
        }
    }

    private static void checkAssignments(
            String where, List<Assignment> assignments, Set<String> talkIds, Set<String> speakerIds) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            String here = where + "[" + i + "]";
            known(here + ".talk", "talk", assignment.talk(), talkIds);
            known(here + ".speaker", "speaker", assignment.speaker(), speakerIds);
            within(here + ".start", assignment.start(), 0, Problem.GREATEST);
            if (!seen.add(assignment.talk())) {
                throw fault(here + ".talk", "\"%s\" stands twice in %s", assignment.talk(), where);
            }
        }
    }

    private void checkGreatestCost() {
        long count = talks.size();
        long longestShift = speakers.stream()
                .flatMap(speaker -> speaker.shifts().stream())
                .mapToLong(shift -> shift.end() - shift.start())
                .max()
                .orElse(0);
        long highestTier = speakers.stream().mapToLong(Speaker::tier).max().orElse(0);
        long priorities = talks.stream().mapToLong(Talk::priority).sum();
        BigInteger greatest = Arrays.stream(new BigInteger[] {
                    product(weights.unserved(), priorities),
                    product(weights.travel(), count, longestShift),
                    product(weights.shift(), count),
                    product(weights.misfit(), count, 100),
                    product(weights.load(), count, count),
                    product(weights.repeat(), count),
                    product(weights.overtier(), count, highestTier),
                    product(weights.change(), count),
                    product(weights.move(), count)
                })
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (greatest.compareTo(GREATEST_COST) > 0) {
            throw fault(
                    "weights", "a plan could cost up to %s, more than can be counted (%s)", greatest, GREATEST_COST);
        }
    }

    private static BigInteger product(long... factors) {
        return Arrays.stream(factors).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    static void positive(String where, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw fault(where, "%s is not above 0", value);
        }
    }

    private static void within(String where, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw fault(where, "%d is not between %d and %d", value, least, greatest);
        }
    }

    private static void known(String where, String kind, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            throw fault(where, "there is no %s \"%s\"", kind, id);
        }
    }

    private static InvalidProblemException fault(String where, String what, Object... details) {
        return new InvalidProblemException(where + ": " + String.format(what, details));
    }
}
