package lectern.planner.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;

/// Turns a problem into arrays of numbers.
final class Compiler {

    private final Problem problem;
    private final Weights weights;
    private final Map<String, Integer> placeIndex = new HashMap<>();
    private final Map<String, Integer> talkIndex = new HashMap<>();
    private final Map<String, Integer> speakerIndex = new HashMap<>();
    private final int[] home;
    private final Compiled compiled;

    private Compiler(Problem problem) {
        this.problem = problem;
        this.weights = problem.weights();
        IntStream.range(0, problem.places().size())
                .forEach(i -> placeIndex.put(problem.places().get(i).id(), i));
        IntStream.range(0, problem.talks().size())
                .forEach(i -> talkIndex.put(problem.talks().get(i).id(), i));
        IntStream.range(0, problem.speakers().size())
                .forEach(i -> speakerIndex.put(problem.speakers().get(i).id(), i));
        home = problem.speakers().stream()
                .mapToInt(speaker -> at(placeIndex, speaker.home()))
                .toArray();
        int[] placeOfVenue = problem.talks().stream()
                .mapToInt(talk -> at(placeIndex, talk.place()))
                .distinct()
                .toArray();
        compiled = new Compiled(new Venues(problem, placeOfVenue));
        compileTalks(placeOfVenue);
    }

    static Compiled compile(Problem problem) {
        Compiler compiler = new Compiler(problem);
        compiler.compilePrevious();
        compiler.compileSpeakers();
        new Candidates(problem, compiler.compiled, compiler.home, compiler.forcedSpeakers()).compile();
        compiler.compilePins();
        return compiler.compiled;
    }

    private static int at(Map<String, Integer> index, String id) {
        Integer found = index.get(id);
        if (found == null) {
            throw new IllegalStateException("no such id: " + id);
        }
        return found;
    }

    private void compileTalks(int[] placeOfVenue) {
        List<Talk> talks = problem.talks();
        Map<Integer, Integer> venueOfPlace = new HashMap<>();
        IntStream.range(0, placeOfVenue.length).forEach(i -> venueOfPlace.put(placeOfVenue[i], i));
        compiled.talks = talks.size();
        compiled.travelWeight = weights.travel();
        compiled.shiftWeight = weights.shift();
        compiled.loadWeight = weights.load();
        compiled.repeatWeight = weights.repeat();
        compiled.moveWeight = weights.move();
        compiled.minutes = talks.stream().mapToInt(Talk::minutes).toArray();
        compiled.load = talks.stream().mapToLong(Talk::load).toArray();
        compiled.leaveCost = talks.stream()
                .mapToLong(talk -> talk.priority() * weights.unserved())
                .toArray();
        compiled.venue = talks.stream()
                .mapToInt(talk -> venueOfPlace.getOrDefault(at(placeIndex, talk.place()), -1))
                .toArray();
        compileWindows(talks);
        IntList[] at = new IntList[placeOfVenue.length];
        Arrays.setAll(at, venue -> new IntList());
        for (int t = 0; t < talks.size(); t++) {
            at[compiled.venue[t]].add(t);
        }
        compiled.talksAtVenue = Arrays.stream(at).map(IntList::toArray).toArray(int[][]::new);
        compiled.placeShared = new boolean[talks.size()];
        for (int venue = 0; venue < placeOfVenue.length; venue++) {
            if (problem.places().get(placeOfVenue[venue]).exclusive()) {
                markShared(compiled.talksAtVenue[venue]);
            }
        }
    }

    private void compileWindows(List<Talk> talks) {
        IntList from = new IntList();
        IntList to = new IntList();
        compiled.windowOffset = new int[talks.size() + 1];
        for (int t = 0; t < talks.size(); t++) {
            List<Window> windows = new ArrayList<>(talks.get(t).windows());
            windows.sort(Comparator.comparingInt(Window::from));
            int first = from.size;
            for (Window window : windows) {
                if (from.size > first && window.from() <= to.items[to.size - 1] + 1) {
                    to.items[to.size - 1] = Math.max(to.items[to.size - 1], window.to());
                } else {
                    from.add(window.from());
                    to.add(window.to());
                }
            }
            compiled.windowOffset[t + 1] = from.size;
        }
        compiled.windowFrom = from.toArray();
        compiled.windowTo = to.toArray();
    }

    /// Talks at one place that may overlap, by a sweep over the stretches that their windows span.
    private void markShared(int[] talks) {
        int[] inOrder = IntStream.of(talks)
                .boxed()
                .sorted(Comparator.comparingInt(this::firstMinute))
                .mapToInt(Integer::intValue)
                .toArray();
        int last = -1;
        for (int talk : inOrder) {
            if (last >= 0 && firstMinute(talk) < lastMinute(last)) {
                compiled.placeShared[talk] = true;
                compiled.placeShared[last] = true;
            }
            if (last < 0 || lastMinute(talk) > lastMinute(last)) {
                last = talk;
            }
        }
    }

    private int firstMinute(int talk) {
        return compiled.windowFrom[compiled.windowOffset[talk]];
    }

    private int lastMinute(int talk) {
        return compiled.windowTo[compiled.windowOffset[talk + 1] - 1] + compiled.minutes[talk];
    }

    private void compilePrevious() {
        compiled.previousSpeaker = new int[compiled.talks];
        compiled.previousStart = new int[compiled.talks];
        Arrays.fill(compiled.previousSpeaker, -1);
        for (Assignment previous : problem.previous()) {
            int talk = at(talkIndex, previous.talk());
            compiled.previousSpeaker[talk] = at(speakerIndex, previous.speaker());
            compiled.previousStart[talk] = previous.start();
        }
    }

    private void compileSpeakers() {
        List<Speaker> speakers = problem.speakers();
        compiled.speakers = speakers.size();
        compiled.maxTalks = speakers.stream().mapToInt(Speaker::maxTalks).toArray();
        compiled.maxTalksPerShift =
                speakers.stream().mapToInt(Speaker::maxTalksPerShift).toArray();
        compiled.capacity = speakers.stream()
                .mapToLong(speaker -> speaker.capacity() == 0 ? Long.MAX_VALUE : speaker.capacity())
                .toArray();
        compileGroups(speakers);
        compiled.routes = speakers.stream().mapToInt(s -> s.shifts().size()).sum();
        compiled.routeOffset = new int[speakers.size() + 1];
        compiled.routeSpeaker = new int[compiled.routes];
        compiled.routeShift = new int[compiled.routes];
        compiled.shiftStart = new int[compiled.routes];
        compiled.shiftEnd = new int[compiled.routes];
        compiled.momentFrom = new int[compiled.routes];
        compiled.momentTo = new int[compiled.routes];
        int route = 0;
        for (int s = 0; s < speakers.size(); s++) {
            List<Shift> shifts = speakers.get(s).shifts();
            int[] inOrder = IntStream.range(0, shifts.size())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(i -> shifts.get(i).start())
                            .thenComparingInt(i -> shifts.get(i).end()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int shift : inOrder) {
                compiled.routeSpeaker[route] = s;
                compiled.routeShift[route] = shift;
                compiled.shiftStart[route] = shifts.get(shift).start();
                compiled.shiftEnd[route] = shifts.get(shift).end();
                route++;
            }
            compiled.routeOffset[s + 1] = route;
        }
        for (int r = 0; r < compiled.routes; r++) {
            compiled.momentFrom[r] = compiled.shiftStart[r] + (touches(r - 1, r) ? 1 : 0);
            compiled.momentTo[r] = compiled.shiftEnd[r] - (touches(r, r + 1) ? 1 : 0);
        }
    }

    private boolean touches(int route, int next) {
        return route >= 0
                && next < compiled.routes
                && compiled.routeSpeaker[route] == compiled.routeSpeaker[next]
                && compiled.shiftEnd[route] == compiled.shiftStart[next];
    }

    /// Who is named by a pin or in the published plan is like nobody else.
    private void compileGroups(List<Speaker> speakers) {
        Set<String> unique = new HashSet<>();
        problem.pinned().forEach(pin -> unique.add(pin.speaker()));
        problem.previous().forEach(previous -> unique.add(previous.speaker()));
        Map<Speaker, Integer> numbers = new HashMap<>();
        compiled.group = new int[speakers.size()];
        for (int s = 0; s < speakers.size(); s++) {
            Speaker speaker = speakers.get(s);
            Speaker nameless = new Speaker(
                    unique.contains(speaker.id()) ? speaker.id() : "",
                    speaker.home(),
                    speaker.skills(),
                    speaker.tier(),
                    speaker.shifts(),
                    speaker.maxTalks(),
                    speaker.maxTalksPerShift(),
                    speaker.capacity(),
                    speaker.fit());
            compiled.group[s] = numbers.computeIfAbsent(nameless, absent -> numbers.size());
        }
        compiled.groups = numbers.size();
        compiled.groupOffset = new int[compiled.groups + 1];
        for (int group : compiled.group) {
            compiled.groupOffset[group + 1]++;
        }
        Arrays.parallelPrefix(compiled.groupOffset, Integer::sum);
        int[] next = compiled.groupOffset.clone();
        compiled.groupSpeaker = new int[speakers.size()];
        for (int s = 0; s < speakers.size(); s++) {
            compiled.groupSpeaker[next[compiled.group[s]]++] = s;
        }
    }

    /// Speakers who stay candidates however far they live: those of pins and of the published plan.
    private int[][] forcedSpeakers() {
        int[][] forced = new int[compiled.talks][];
        for (int t = 0; t < compiled.talks; t++) {
            forced[t] = compiled.previousSpeaker[t] < 0 ? new int[0] : new int[] {compiled.previousSpeaker[t]};
        }
        for (Assignment pin : problem.pinned()) {
            int talk = at(talkIndex, pin.talk());
            forced[talk] = new int[] {at(speakerIndex, pin.speaker())};
        }
        return forced;
    }

    private void compilePins() {
        compiled.pinnedStart = new int[compiled.talks];
        compiled.pinnedArc = new int[compiled.talks];
        compiled.pinnedRoute = new int[compiled.talks];
        Arrays.fill(compiled.pinnedStart, -1);
        for (Assignment pin : problem.pinned()) {
            int talk = at(talkIndex, pin.talk());
            int speaker = at(speakerIndex, pin.speaker());
            compiled.pinnedStart[talk] = pin.start();
            for (int arc = compiled.arcOffset[talk]; arc < compiled.arcOffset[talk + 1]; arc++) {
                if (compiled.arcGroup[arc] == compiled.group[speaker]) {
                    compiled.pinnedArc[talk] = arc;
                }
            }
            for (int r = compiled.routeOffset[speaker + 1] - 1; r >= compiled.routeOffset[speaker]; r--) {
                boolean holds = compiled.shiftStart[r] <= pin.start()
                        && pin.start() + compiled.minutes[talk] <= compiled.shiftEnd[r];
                if (holds) {
                    compiled.pinnedRoute[talk] = r;
                }
            }
        }
    }
}
