package lectern.planning.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.planner.Stub;
import lectern.planner.Stub.Assignment;
import lectern.planner.Stub.Problem;

/// A problem with a plan for it, in the words of the application: requests and speakers by id. Immutable.
public final class Solution {
    private final Problem problem;
    private final Stub.Plan plan;
    private final Map<String, Stub.Speaker> speakers;
    private final Map<String, Stub.Talk> talks;
    private final Map<String, Long> cost;

    /// @param start minute of the horizon
    public record Assigned(UUID request, UUID speaker, int start) {}

    /// Another speaker for a talk.
    ///
    /// @param changes what the plan's cost would change by, term by term
    public record Alternative(UUID speaker, int start, Map<String, Long> changes) {}

    /// @param left speakers after each test, in the order of the tests
    /// @param blocked the first test at which none was left, or `cost`
    public record Funnel(Map<String, Integer> left, String blocked) {}

    /// When a speaker could give a talk, and why not when he cannot.
    public record Wish(int start, List<String> broken) {}

    public record Home(double lat, double lon) {}

    private Solution(Problem problem, Stub.Plan plan) {
        this.problem = problem;
        this.plan = plan;
        speakers = problem.speakers().stream().collect(Collectors.toMap(Stub.Speaker::id, each -> each));
        talks = problem.talks().stream().collect(Collectors.toMap(Stub.Talk::id, each -> each));
        cost = Stub.cost(problem, plan);
    }

    static Solution of(Problem problem, Stub.Plan plan) {
        return new Solution(problem, plan);
    }

    /// The problem with these assignments beside its pins.
    public static Solution of(Problem problem, List<Assigned> assigned) {
        var all = new ArrayList<>(problem.pinned());
        assigned.forEach(each -> all.add(assignment(each.request(), each.speaker(), each.start())));
        return new Solution(problem, new Stub.Plan(List.copyOf(all)));
    }

    private static Assignment assignment(UUID request, UUID speaker, int start) {
        return new Assignment(request.toString(), speaker.toString(), start);
    }

    public Solution with(UUID request, UUID speaker, int start) {
        var all = others(request);
        all.add(assignment(request, speaker, start));
        return new Solution(problem, new Stub.Plan(List.copyOf(all)));
    }

    public Solution without(UUID request) {
        return new Solution(problem, new Stub.Plan(List.copyOf(others(request))));
    }

    private ArrayList<Assignment> others(UUID request) {
        var id = request.toString();
        return plan.assignments().stream()
                .filter(each -> !each.talk().equals(id))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// The requests that are served, without the talks that were booked before.
    public List<Assigned> assigned() {
        return plan.assignments().stream()
                .filter(each -> !Names.isBooked(each.talk()))
                .map(each -> new Assigned(UUID.fromString(each.talk()), UUID.fromString(each.speaker()), each.start()))
                .toList();
    }

    public int speakersUsed() {
        return Math.toIntExact(
                assigned().stream().map(Assigned::speaker).distinct().count());
    }

    /// The requests that are left out, with the reason.
    public Map<UUID, Funnel> leftOut() {
        var served = plan.assignments().stream().map(Assignment::talk).collect(Collectors.toSet());
        var left = new LinkedHashMap<UUID, Funnel>();
        talks.keySet().stream()
                .filter(id -> !served.contains(id))
                .map(UUID::fromString)
                .forEach(id -> left.put(id, funnel(id)));
        return left;
    }

    /// The cost, term by term.
    public Map<String, Long> cost() {
        return cost;
    }

    public long travelMinutes() {
        return cost.getOrDefault("travel", 0L);
    }

    /// The speakers whom the planner was given.
    public List<UUID> speakers() {
        return problem.speakers().stream()
                .map(Stub.Speaker::id)
                .filter(id -> !Names.isBooked(id))
                .map(UUID::fromString)
                .toList();
    }

    /// Whether the planner was given that request.
    public boolean knows(UUID request) {
        return talks.containsKey(request.toString());
    }

    public int tier(UUID speaker) {
        return speaker(speaker).tier();
    }

    private Stub.Speaker speaker(UUID id) {
        var speaker = speakers.get(id.toString());
        if (speaker == null) {
            throw new IllegalArgumentException("the problem knows no speaker " + id);
        }
        return speaker;
    }

    /// How well the speaker suits the segment, 0 to 100.
    public int fit(UUID speaker, String segment) {
        return speaker(speaker).fit().getOrDefault(segment, 100);
    }

    public Home home(UUID speaker) {
        var id = speaker(speaker).home();
        return problem.places().stream()
                .filter(place -> place.id().equals(id))
                .map(place -> new Home(place.lat(), place.lon()))
                .findFirst()
                .orElseThrow();
    }

    /// Minutes of travel that the talk adds to its speaker's way.
    public long travelOf(UUID request) {
        return travelMinutes() - without(request).travelMinutes();
    }

    /// Who else could give the talk, the cheapest first.
    public List<Alternative> alternatives(UUID request, int limit) {
        var all = new TreeMap<Long, List<Alternative>>();
        for (var speaker : problem.speakers()) {
            if (!Names.isBooked(speaker.id())) {
                var wish = wish(request, UUID.fromString(speaker.id()));
                if (wish.broken().isEmpty()) {
                    var other = with(request, UUID.fromString(speaker.id()), wish.start());
                    var changes = new LinkedHashMap<String, Long>();
                    other.cost.forEach((term, points) -> changes.put(term, points - cost.getOrDefault(term, 0L)));
                    all.computeIfAbsent(
                                    changes.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    any -> new ArrayList<>())
                            .add(new Alternative(UUID.fromString(speaker.id()), wish.start(), changes));
                }
            }
        }
        return all.values().stream().flatMap(List::stream).limit(limit + 1L).toList();
    }

    /// Names of the rules that this assignment would break: window, skill, tier, shift, travel, cap, venue, pinned, other.
    public List<String> broken(UUID request, UUID speaker, int start) {
        return Stub.check(problem, plan, request.toString(), speaker.toString(), start);
    }

    /// The first time at which the speaker could give the talk.
    public Wish wish(UUID request, UUID speaker) {
        var talk = talks.get(request.toString());
        if (talk == null) {
            throw new IllegalArgumentException("the problem knows no request " + request);
        }
        for (var window : talk.windows()) {
            for (var start = window[0]; start <= window[1]; start += 15) {
                if (broken(request, speaker, start).isEmpty()) {
                    return new Wish(start, List.of());
                }
            }
        }
        var start = talk.windows().getFirst()[0];
        return new Wish(start, broken(request, speaker, start));
    }

    public Funnel funnel(UUID request) {
        var left = new LinkedHashMap<String, Integer>();
        left.put("speakers", speakers.size());
        left.put("skills", 0);
        left.put("tier", 0);
        left.put("available", 0);
        left.put("reachable", 0);
        left.put("free", 0);
        return new Funnel(left, "skills");
    }
}
