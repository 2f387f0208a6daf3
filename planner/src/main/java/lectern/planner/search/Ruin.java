package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// Ways to take some talks out of a plan so that they, and those that nobody gives, can be put back better. Pinned
/// talks
/// stay. Not thread-safe.
final class Ruin {

    /// Talks taken out in the mean, longest string taken from one speaker (Christiaens & Vanden Berghe 2020).
    private static final int MEAN_REMOVED = 10;

    private static final int LONGEST_STRING = 10;
    private static final double SPLIT_RATE = 0.5;

    private final Compiled problem;
    private final Routes routes;
    private final RandomNumbers random;
    private final boolean fewSpeakers;
    private final IntList removed = new IntList();
    private final IntList diary = new IntList();
    private final int[] ruined;
    private int step;

    /// @param fewSpeakers whether speakers have many talks each: then strings are the best way
    Ruin(Routes routes, RandomNumbers random, boolean fewSpeakers) {
        this.fewSpeakers = fewSpeakers;
        this.problem = routes.problem;
        this.routes = routes;
        this.random = random;
        this.ruined = new int[problem.speakers];
    }

    /// Takes talks out near the seed in one of several ways and returns them; valid until the next call.
    IntList near(int seed) {
        removed.clear();
        step++;
        double way = fewSpeakers ? 0 : random.fraction();
        if (way < 0.65) {
            strings(seed);
        } else if (way < 0.80) {
            shiftsOfCandidates(seed);
        } else if (way < 0.92) {
            sameTimeNearby(seed);
        } else {
            anywhere();
        }
        return removed;
    }

    /// From each of some speakers near the seed a run of consecutive talks, over all their shifts.
    private void strings(int seed) {
        double mean = routes.used.count == 0 ? 1 : (double) routes.served() / routes.used.count;
        double longest = Math.min(LONGEST_STRING, Math.max(1, mean));
        double mostStrings = 4.0 * MEAN_REMOVED / (1 + longest) - 1;
        int strings = (int) (1 + random.fraction() * mostStrings);
        for (int venue : problem.venues.near(problem.venue[seed])) {
            for (int talk : problem.talksAtVenue[venue]) {
                if (isOpen(talk) && ruined[routes.speakerOf(talk)] != step) {
                    ruined[routes.speakerOf(talk)] = step;
                    string(talk, longest);
                    if (--strings <= 0) {
                        return;
                    }
                }
            }
        }
    }

    private void string(int talk, double longest) {
        readDiary(routes.speakerOf(talk));
        int size = diary.size;
        int length = (int) (1 + random.fraction() * Math.min(size, longest));
        length = Math.min(length, size);
        int kept = 0;
        if (length > 1 && length < size && random.chance(SPLIT_RATE)) {
            kept = 1;
            while (length + kept < size && random.chance(0.5)) {
                kept++;
            }
        }
        int at = 0;
        while (diary.items[at] != talk) {
            at++;
        }
        int span = length + kept;
        int least = Math.max(0, at - span + 1);
        int most = Math.min(at, size - span);
        int from = least + random.below(most - least + 1);
        int keptFrom = from + (kept == 0 ? 0 : 1 + random.below(length - 1));
        for (int i = from; i < from + span; i++) {
            if (kept == 0 || i < keptFrom || i >= keptFrom + kept) {
                remove(diary.items[i]);
            }
        }
    }

    private void readDiary(int speaker) {
        diary.clear();
        for (int r = problem.routeOffset[speaker]; r < problem.routeOffset[speaker + 1]; r++) {
            for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                diary.add(t);
            }
        }
    }

    /// All that some speakers who could give the seed have in a shift in which they could give it.
    private void shiftsOfCandidates(int seed) {
        if (isOpen(seed)) {
            remove(seed);
        }
        int options = problem.options(seed);
        int from = problem.optionOffset[problem.arcOffset[seed]];
        for (int tries = 0; tries < 20 && options > 0 && removed.size < MEAN_REMOVED; tries++) {
            int r = routeOf(seed, from + random.below(options));
            int s = problem.routeSpeaker[r];
            if (routes.closed[s]) {
                continue;
            }
            boolean full = routes.talksOf[s] >= problem.maxTalks[s];
            for (int other = full ? problem.routeOffset[s] : r;
                    other < (full ? problem.routeOffset[s + 1] : r + 1);
                    other++) {
                for (int t = routes.first[other]; t != NONE && removed.size < 2 * MEAN_REMOVED; ) {
                    int behind = routes.next[t];
                    remove(t);
                    t = behind;
                }
            }
        }
    }

    /// The route that an option of the talk means: for a group of several speakers, that of any of them.
    private int routeOf(int talk, int option) {
        int a = Arrays.binarySearch(
                problem.optionOffset, problem.arcOffset[talk], problem.arcOffset[talk + 1] + 1, option);
        int arc = a >= 0 ? lastWith(a, option) : -a - 2;
        int group = problem.arcGroup[arc];
        int members = problem.groupOffset[group + 1] - problem.groupOffset[group];
        int speaker = problem.groupSpeaker[problem.groupOffset[group] + random.below(members)];
        return problem.routeOffset[speaker] + problem.optionShift[option];
    }

    /// Arcs without options share their offset with the next.
    private int lastWith(int arc, int option) {
        int last = arc;
        while (problem.optionOffset[last + 1] == option) {
            last++;
        }
        return last;
    }

    /// Talks near the seed whose start is near, too.
    private void sameTimeNearby(int seed) {
        int start = startOf(seed);
        int within = Math.max(60, 4 * problem.minutes[seed]);
        int wanted = 1 + random.below(2 * MEAN_REMOVED);
        for (int venue : problem.venues.near(problem.venue[seed])) {
            for (int talk : problem.talksAtVenue[venue]) {
                if (removed.size >= wanted) {
                    return;
                }
                if (isOpen(talk) && Math.abs(routes.earliest[talk] - start) <= within) {
                    remove(talk);
                }
            }
        }
    }

    private int startOf(int talk) {
        return routes.route[talk] == NONE ? problem.windowFrom[problem.windowOffset[talk]] : routes.earliest[talk];
    }

    private void anywhere() {
        int wanted = 1 + random.below(MEAN_REMOVED);
        for (int i = 0; i < wanted; i++) {
            int talk = random.below(problem.talks);
            if (isOpen(talk)) {
                remove(talk);
            }
        }
    }

    private boolean isOpen(int talk) {
        return routes.route[talk] != NONE && !routes.closed[routes.speakerOf(talk)];
    }

    private void remove(int talk) {
        if (!routes.isPinned(talk)) {
            routes.remove(talk);
            removed.add(talk);
        }
    }
}
