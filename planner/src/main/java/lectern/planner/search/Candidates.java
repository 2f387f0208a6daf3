package lectern.planner.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;

/// Chooses for every talk the groups of speakers whom the search considers: all who could give it, or where these are
/// many, the likeliest.
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
    private final IntList arcGroup = new IntList();
    private final IntList arcOut = new IntList();
    private final IntList arcBack = new IntList();
    private final LongList arcCost = new LongList();
    private final LongList arcAlone = new LongList();
    private final IntList optionOffset = new IntList();
    private final IntList optionShift = new IntList();

    /// @param forced for each talk the speakers who stay candidates however far they live
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
            compiled.arcOffset[t + 1] = arcGroup.size;
        }
        compiled.arcGroup = arcGroup.toArray();
        compiled.arcOut = arcOut.toArray();
        compiled.arcBack = arcBack.toArray();
        compiled.arcCost = arcCost.toArray();
        compiled.arcAlone = arcAlone.toArray();
        compiled.optionOffset = optionOffset.toArray();
        compiled.optionShift = optionShift.toArray();
    }

    private void addArcs(int t, Talk talk) {
        for (int speaker : forced[t]) {
            if (qualified(talk, speaker)) {
                addArc(arc(t, talk, speaker), t, true);
            }
        }
        int firstArc = arcGroup.size;
        int firstOption = optionShift.size;
        for (Arc arc : likeliest(t, talk)) {
            boolean enough = arcGroup.size - firstArc >= FEWEST_PER_TALK
                    && optionShift.size - firstOption >= MOST_OPTIONS_PER_TALK;
            if (enough) {
                return;
            }
            addArc(arc, t, false);
        }
    }

    private boolean qualified(Talk talk, int speaker) {
        return skills.get(speaker).containsAll(talk.needs())
                && problem.speakers().get(speaker).tier() >= talk.minTier();
    }

    /// A speaker who stands for the whole group, travel from home and back, what does not depend on the rest of the
    /// plan, and all that the talk costs when it is alone.
    private record Arc(int speaker, int out, int back, long cost, long alone) {}

    private Arc arc(int t, Talk talk, int speaker) {
        int out = compiled.venues.betweenPlaces(home[speaker], venuePlace[t]);
        int back = compiled.venues.betweenPlaces(venuePlace[t], home[speaker]);
        long cost = fixedCost(t, talk, speaker);
        return new Arc(
                speaker, out, back, cost, cost + ((long) out + back) * compiled.travelWeight + compiled.shiftWeight);
    }

    /// Those who could give the talk, the cheapest first. Equals are mixed differently for each talk, so that not all
    /// talks court the same few.
    private List<Arc> likeliest(int t, Talk talk) {
        int[] able = Arrays.stream(skilled.computeIfAbsent(new HashSet<>(talk.needs()), this::withSkills))
                .filter(speaker -> problem.speakers().get(speaker).tier() >= talk.minTier()
                        && !contains(forced[t], speaker)
                        && hasOption(t, speaker))
                .toArray();
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
                .limit(MOST_PER_TALK)
                .map(i -> arc(t, talk, able[i]))
                .sorted(Comparator.comparingLong(Arc::alone))
                .toList();
    }

    /// One speaker of each group that has all the skills.
    private int[] withSkills(Set<String> needs) {
        return IntStream.range(0, compiled.groups)
                .map(group -> compiled.groupSpeaker[compiled.groupOffset[group]])
                .filter(speaker -> skills.get(speaker).containsAll(needs))
                .toArray();
    }

    private static boolean contains(int[] numbers, int number) {
        for (int each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOption(int t, int speaker) {
        int before = optionShift.size;
        addOptions(t, speaker, 0, 0);
        boolean found = optionShift.size > before;
        optionShift.size = before;
        return found;
    }

    private long fixedCost(int t, Talk talk, int s) {
        Speaker speaker = problem.speakers().get(s);
        boolean changed = compiled.previousSpeaker[t] >= 0 && compiled.previousSpeaker[t] != s;
        return problem.weights().misfit() * speaker.misfit(talk)
                + problem.weights().overtier() * (speaker.tier() - talk.minTier())
                + (changed ? problem.weights().change() : 0);
    }

    private void addArc(Arc arc, int t, boolean always) {
        int before = optionShift.size;
        boolean straight = compiled.venues.detoursNeverPay();
        addOptions(t, arc.speaker, straight ? arc.out : 0, straight ? arc.back : 0);
        if (optionShift.size == before && !always) {
            return;
        }
        arcGroup.add(compiled.group[arc.speaker]);
        arcOut.add(arc.out);
        arcBack.add(arc.back);
        arcCost.add(arc.cost);
        arcAlone.add(arc.alone);
        optionOffset.add(optionShift.size);
    }

    /// The shifts in which the talk has a start; windows and shifts are both in order.
    private void addOptions(int t, int speaker, int out, int back) {
        int last = -1;
        int first = compiled.routeOffset[speaker];
        int end = compiled.routeOffset[speaker + 1];
        int route = first;
        for (int w = compiled.windowOffset[t]; w < compiled.windowOffset[t + 1]; w++) {
            int from = compiled.windowFrom[w];
            while (route < end && compiled.shiftEnd[route] < from + compiled.minutes[t] + back) {
                route++;
            }
            for (int r = route; r < end && compiled.shiftStart[r] + out <= compiled.windowTo[w]; r++) {
                int start = Math.max(from, compiled.shiftStart[r] + out);
                if (r > last && start + compiled.minutes[t] + back <= compiled.shiftEnd[r]) {
                    optionShift.add(r - first);
                    last = r;
                }
            }
        }
    }
}
