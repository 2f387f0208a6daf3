package lectern.planner.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;

/// Chooses for every talk the speakers whom the search considers: all who could give it, or where these are many, the
/// likeliest.
final class Candidates {

    private static final int MOST_PER_TALK = 256;
    private static final int MOST_OPTIONS_PER_TALK = 2_048;
    private static final int FEWEST_PER_TALK = 32;

    private final Problem problem;
    private final Compiled compiled;
    private final int[] home;
    private final int[][] forced;
    private final int[] venuePlace;
    private final Map<Set<String>, int[]> skilled = new HashMap<>();
    private final List<Set<String>> skills;
    private final IntList arcSpeaker = new IntList();
    private final IntList arcOut = new IntList();
    private final IntList arcBack = new IntList();
    private final IntList optionOffset = new IntList();
    private final IntList optionRoute = new IntList();
    private long[] arcCost = new long[1024];

    Candidates(Problem problem, Compiled compiled, int[] home, int[][] forced) {
        this.problem = problem;
        this.compiled = compiled;
        this.home = home;
        this.forced = forced;
        this.skills = problem.speakers().stream()
                .<Set<String>>map(speaker -> new HashSet<>(speaker.skills()))
                .toList();
        Map<String, Integer> placeIndex = new HashMap<>();
        IntStream.range(0, problem.places().size())
                .forEach(i -> placeIndex.put(problem.places().get(i).id(), i));
        this.venuePlace = problem.talks().stream()
                .mapToInt(talk -> placeIndex.getOrDefault(talk.place(), -1))
                .toArray();
    }

    void compile() {
        compiled.arcOffset = new int[compiled.talks + 1];
        optionOffset.add(0);
        for (int t = 0; t < compiled.talks; t++) {
            addArcs(t, problem.talks().get(t));
            compiled.arcOffset[t + 1] = arcSpeaker.size;
        }
        compiled.arcSpeaker = arcSpeaker.toArray();
        compiled.arcOut = arcOut.toArray();
        compiled.arcBack = arcBack.toArray();
        compiled.arcCost = Arrays.copyOf(arcCost, arcSpeaker.size);
        compiled.optionOffset = optionOffset.toArray();
        compiled.optionRoute = optionRoute.toArray();
    }

    private void addArcs(int t, Talk talk) {
        for (int speaker : forced[t]) {
            if (qualified(talk, speaker)) {
                addArc(t, talk, speaker, true);
            }
        }
        int firstArc = arcSpeaker.size;
        int firstOption = optionRoute.size;
        for (int speaker : ranked(t, talk)) {
            boolean enough = arcSpeaker.size - firstArc >= FEWEST_PER_TALK
                    && optionRoute.size - firstOption >= MOST_OPTIONS_PER_TALK;
            if (enough || arcSpeaker.size - firstArc >= MOST_PER_TALK) {
                break;
            }
            if (!contains(forced[t], speaker)) {
                addArc(t, talk, speaker, false);
            }
        }
    }

    private boolean qualified(Talk talk, int speaker) {
        return skills.get(speaker).containsAll(talk.needs())
                && problem.speakers().get(speaker).tier() >= talk.minTier();
    }

    private static boolean contains(int[] numbers, int number) {
        for (int each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    /// Those who could give the talk, the likeliest first where not all will be taken. Equals are mixed differently
    /// for each talk, so that not all talks court the same few.
    private int[] ranked(int t, Talk talk) {
        int[] able = Arrays.stream(skilled.computeIfAbsent(new HashSet<>(talk.needs()), this::withSkills))
                .filter(speaker -> problem.speakers().get(speaker).tier() >= talk.minTier() && hasOption(t, speaker))
                .toArray();
        if (able.length <= FEWEST_PER_TALK) {
            return able;
        }
        double[] likeliness = new double[able.length];
        for (int i = 0; i < able.length; i++) {
            RandomNumbers mixing = new RandomNumbers(t * 1_000_003L + able[i]);
            likeliness[i] = fixedCost(t, talk, able[i])
                    + 2.0 * compiled.travelWeight * compiled.venues.roughly(home[able[i]], venuePlace[t])
                    + mixing.fraction() * 1e-3;
        }
        return IntStream.range(0, able.length)
                .boxed()
                .sorted((a, b) -> Double.compare(likeliness[a], likeliness[b]))
                .mapToInt(i -> able[i])
                .toArray();
    }

    private int[] withSkills(Set<String> needs) {
        return IntStream.range(0, skills.size())
                .filter(speaker -> skills.get(speaker).containsAll(needs))
                .toArray();
    }

    private boolean hasOption(int t, int speaker) {
        int before = optionRoute.size;
        addOptions(t, speaker, 0, 0);
        boolean found = optionRoute.size > before;
        optionRoute.size = before;
        return found;
    }

    private long fixedCost(int t, Talk talk, int s) {
        Speaker speaker = problem.speakers().get(s);
        boolean changed = compiled.previousSpeaker[t] >= 0 && compiled.previousSpeaker[t] != s;
        return problem.weights().misfit() * speaker.misfit(talk)
                + problem.weights().overtier() * (speaker.tier() - talk.minTier())
                + (changed ? problem.weights().change() : 0);
    }

    private void addArc(int t, Talk talk, int speaker, boolean always) {
        int out = compiled.venues.betweenPlaces(home[speaker], venuePlace[t]);
        int back = compiled.venues.betweenPlaces(venuePlace[t], home[speaker]);
        int before = optionRoute.size;
        boolean straight = compiled.venues.detoursNeverPay();
        addOptions(t, speaker, straight ? out : 0, straight ? back : 0);
        if (optionRoute.size == before && !always) {
            return;
        }
        if (arcSpeaker.size == arcCost.length) {
            arcCost = Arrays.copyOf(arcCost, arcCost.length * 2);
        }
        arcCost[arcSpeaker.size] = fixedCost(t, talk, speaker);
        arcSpeaker.add(speaker);
        arcOut.add(out);
        arcBack.add(back);
        optionOffset.add(optionRoute.size);
    }

    /// The routes in which the talk has a start; windows and routes are both in order.
    private void addOptions(int t, int speaker, int out, int back) {
        int last = -1;
        int end = compiled.routeOffset[speaker + 1];
        int route = compiled.routeOffset[speaker];
        for (int w = compiled.windowOffset[t]; w < compiled.windowOffset[t + 1]; w++) {
            int from = compiled.windowFrom[w];
            while (route < end && compiled.shiftEnd[route] < from + compiled.minutes[t] + back) {
                route++;
            }
            for (int r = route; r < end && compiled.shiftStart[r] + out <= compiled.windowTo[w]; r++) {
                int start = Math.max(from, compiled.shiftStart[r] + out);
                if (r > last && start + compiled.minutes[t] + back <= compiled.shiftEnd[r]) {
                    optionRoute.add(r);
                    last = r;
                }
            }
        }
    }
}
