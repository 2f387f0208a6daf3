package lectern.planning.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Weights;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;

/// A part of a plan that is to be planned again. Its talks may change, at a price for each change; all others stay as
/// they
/// are. Only what touches the part is in its problem: speakers who could give its talks, and what binds them or its
/// venues.
public final class Part {
    private static final int CHEAPER = 10;
    private final Solution whole;
    private final Set<UUID> free;
    private final Problem problem;
    private final List<Assignment> standing;

    private Part(Solution whole, Set<UUID> free, Problem problem, List<Assignment> standing) {
        this.whole = whole;
        this.free = free;
        this.problem = problem;
        this.standing = standing;
    }

    /// What stands where.
    ///
    /// @param plan the whole plan with the part as it was found
    /// @param changed talks that stand otherwise than before, or are left out now
    public record Result(Solution plan, Set<UUID> changed) {}

    /// @param free the talks that may change
    /// @param taken times of speakers and venues that were taken since the plan's problem was made
    public static Part of(Solution whole, Set<UUID> free, Taken taken) {
        var names = free.stream().map(UUID::toString).collect(Collectors.toSet());
        var talks = whole.problem().talks().stream()
                .filter(talk -> names.contains(talk.id()))
                .map(taken::without)
                .filter(talk -> !talk.windows().isEmpty())
                .toList();
        var possible = talks.stream().map(Talk::id).collect(Collectors.toSet());
        var standing = whole.plan().assignments().stream()
                .filter(each -> possible.contains(each.talk()))
                .toList();
        var speakers = able(whole.problem(), talks, standing);
        var venues = talks.stream().map(Talk::place).collect(Collectors.toSet());
        var places = whole.problem().talks().stream().collect(Collectors.toMap(Talk::id, Talk::place));
        var pins = whole.plan().assignments().stream()
                .filter(each -> !names.contains(each.talk()))
                .filter(each -> speakers.contains(each.speaker()) || venues.contains(places.get(each.talk())))
                .toList();
        return new Part(
                whole,
                possible.stream().map(UUID::fromString).collect(Collectors.toSet()),
                problem(whole.problem(), talks, speakers, pins, standing, taken),
                standing);
    }

    /// Those who have the skills for one of the talks, and those who give one now.
    private static Set<String> able(Problem problem, List<Talk> talks, List<Assignment> standing) {
        var needs = talks.stream().map(talk -> Set.copyOf(talk.needs())).collect(Collectors.toSet());
        var able = standing.stream().map(Assignment::speaker).collect(Collectors.toCollection(HashSet::new));
        for (var speaker : problem.speakers()) {
            var skills = new HashSet<>(speaker.skills());
            if (!Names.isBooked(speaker.id()) && needs.stream().anyMatch(skills::containsAll)) {
                able.add(speaker.id());
            }
        }
        return able;
    }

    private static Problem problem(
            Problem whole,
            List<Talk> talks,
            Set<String> able,
            List<Assignment> pins,
            List<Assignment> standing,
            Taken taken) {
        var pinned = pins.stream().collect(Collectors.groupingBy(Assignment::speaker));
        var bound = pins.stream().map(Assignment::talk).collect(Collectors.toSet());
        var all = new ArrayList<>(talks);
        var minutes = new HashMap<String, Integer>();
        for (var talk : whole.talks()) {
            if (bound.contains(talk.id())) {
                all.add(talk);
            }
            minutes.put(talk.id(), talk.minutes());
        }
        var speakers = whole.speakers().stream()
                .filter(each -> able.contains(each.id()) || pinned.containsKey(each.id()))
                .map(each -> able.contains(each.id())
                        ? taken.without(each, pinned.getOrDefault(each.id(), List.of()), minutes)
                        : each)
                .toList();
        var used = used(all, speakers);
        return new Problem(
                whole.travel(),
                ofDraft(whole.weights()),
                whole.places().stream()
                        .filter(place -> used.contains(place.id()))
                        .toList(),
                all,
                speakers,
                pins,
                standing);
    }

    /// Nobody was told of a draft yet, so a change is cheap; it only should not be made for a trifle.
    private static Weights ofDraft(Weights weights) {
        return new Weights(
                weights.unserved(),
                weights.travel(),
                weights.shift(),
                weights.misfit(),
                weights.load(),
                weights.repeat(),
                weights.overtier(),
                weights.change() / CHEAPER,
                weights.move() / CHEAPER);
    }

    private static Set<String> used(List<Talk> talks, List<Speaker> speakers) {
        var used = talks.stream().map(Talk::place).collect(Collectors.toCollection(HashSet::new));
        speakers.forEach(speaker -> used.add(speaker.home()));
        return used;
    }

    /// How many talks may change.
    public int size() {
        return free.size();
    }

    /// Searches for a better part. What stands is kept when nothing better is found, unless it breaks a rule by now.
    public Result search(int seconds, int threads, Search.Watcher watcher) {
        var found = Search.run(problem, seconds, threads, watcher).solution();
        var directory = new Directory(problem);
        var now = new ArrayList<>(problem.pinned());
        now.addAll(standing);
        var before = Costs.of(directory, now).total();
        var valid = HardRules.violations(directory, now).isEmpty();
        var after = Costs.of(directory, found.plan().assignments()).total();
        if (valid && after >= before) {
            return new Result(whole, Set.of());
        }
        return merged(found);
    }

    private Result merged(Solution found) {
        var was = whole.assigned().stream().collect(Collectors.toMap(Solution.Assigned::request, each -> each));
        var is = new HashMap<UUID, Solution.Assigned>();
        found.assigned().stream()
                .filter(each -> free.contains(each.request()))
                .forEach(each -> is.put(each.request(), each));
        var changed = free.stream()
                .filter(request -> !Objects.equals(was.get(request), is.get(request)))
                .collect(Collectors.toSet());
        var all = new ArrayList<Solution.Assigned>();
        was.forEach((request, each) -> {
            if (!free.contains(request)) {
                all.add(each);
            }
        });
        all.addAll(is.values());
        return new Result(whole.with(all), changed);
    }

    /// What became of these talks, by request; left out ones are missing.
    public static Map<UUID, Solution.Assigned> given(Solution solution, Set<UUID> requests) {
        return solution.assigned().stream()
                .filter(each -> requests.contains(each.request()))
                .collect(Collectors.toMap(Solution.Assigned::request, each -> each));
    }
}
