package lectern.planning.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.planner.Alternatives;
import lectern.planner.HandAssignment;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelCounts;
import lectern.planner.model.Place;
import lectern.planner.model.Plan;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import org.jspecify.annotations.Nullable;

/// A problem with a plan for it, in the words of the application: requests and speakers by id. Immutable.
public final class Solution {
    private final Problem problem;
    private final Plan plan;
    private final Map<String, Speaker> speakers;
    private final Map<String, Talk> talks;
    private final Directory directory;
    private final Map<String, Place> places;
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

    /// @param start when a speaker could best give a talk; the first minute of its windows when he cannot
    /// @param broken why he cannot
    public record Wish(int start, List<String> broken) {}

    public record Home(double lat, double lon) {}

    private Solution(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        speakers = problem.speakers().stream().collect(Collectors.toMap(Speaker::id, each -> each));
        talks = problem.talks().stream().collect(Collectors.toMap(Talk::id, each -> each));
        places = problem.places().stream().collect(Collectors.toMap(Place::id, each -> each));
        directory = new Directory(problem);
        cost = terms(Costs.of(directory, plan.assignments()));
    }

    static Solution of(Problem problem, Plan plan) {
        return new Solution(problem, plan);
    }

    /// The problem with these assignments beside its pins.
    public static Solution of(Problem problem, List<Assigned> assigned) {
        var all = new ArrayList<>(problem.pinned());
        assigned.forEach(each -> all.add(assignment(each.request(), each.speaker(), each.start())));
        return new Solution(problem, Plan.of(all));
    }

    private static Assignment assignment(UUID request, UUID speaker, int start) {
        return new Assignment(request.toString(), speaker.toString(), start);
    }

    public Solution with(UUID request, UUID speaker, int start) {
        var all = others(request);
        all.add(assignment(request, speaker, start));
        return new Solution(problem, Plan.of(all));
    }

    public Solution without(UUID request) {
        return new Solution(problem, plan.without(request.toString()));
    }

    public Solution without(Set<UUID> requests) {
        var ids = requests.stream().map(UUID::toString).collect(Collectors.toSet());
        return new Solution(
                problem,
                Plan.of(plan.assignments().stream()
                        .filter(each -> !ids.contains(each.talk()))
                        .toList()));
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

    static Map<String, Long> terms(Cost cost) {
        var terms = new LinkedHashMap<String, Long>();
        terms.put("unserved", cost.unserved());
        terms.put("travel", cost.travel());
        terms.put("shift", cost.shift());
        terms.put("misfit", cost.misfit());
        terms.put("load", cost.load());
        terms.put("repeat", cost.repeat());
        terms.put("overtier", cost.overtier());
        terms.put("change", cost.change());
        terms.put("move", cost.move());
        return terms;
    }

    public int speakersUsed() {
        return Math.toIntExact(
                assigned().stream().map(Assigned::speaker).distinct().count());
    }

    /// The requests that the planner left out, with the reason. Empty for a plan that was changed since.
    public Map<UUID, Funnel> leftOut() {
        var left = new LinkedHashMap<UUID, Funnel>();
        plan.unserved().forEach(each -> left.put(UUID.fromString(each.talk()), funnel(problem, each.funnel())));
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
                .map(Speaker::id)
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

    private Speaker speaker(UUID id) {
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
        return position(speaker(speaker).home());
    }

    private static Home home(@Nullable Position position) {
        if (position instanceof Position.Degrees(double lat, double lon)) {
            return new Home(lat, lon);
        }
        throw new IllegalStateException("a problem of ours has only places in degrees, not " + position);
    }

    /// Minutes of travel that the talk adds to its speaker's way.
    public long travelOf(UUID request) {
        return travelMinutes() - without(request).travelMinutes();
    }

    /// Who else could give the talk, the cheapest first, each with what he would change against the plan as it stands.
    public List<Alternative> alternatives(UUID request, int limit) {
        var id = request.toString();
        var now = Costs.of(directory, plan.assignments());
        var without = Costs.of(directory, plan.without(id).assignments());
        var chosen = plan.assignments().stream()
                .filter(each -> each.talk().equals(id))
                .map(Assignment::speaker)
                .findFirst()
                .orElse("");
        return Alternatives.forTalk(problem, plan, id, limit + 1).stream()
                .filter(each -> !each.speaker().equals(chosen) && !Names.isBooked(each.speaker()))
                .limit(limit)
                .map(each -> new Alternative(
                        UUID.fromString(each.speaker()),
                        each.start(),
                        terms(each.difference().minus(now.minus(without)))))
                .toList();
    }

    private Talk talk(UUID request) {
        var talk = talks.get(request.toString());
        if (talk == null) {
            throw new IllegalArgumentException("the problem knows no request " + request);
        }
        return talk;
    }

    private Home position(String place) {
        var found = places.get(place);
        if (found == null) {
            throw new IllegalStateException("the problem names place " + place + " and has none");
        }
        return home(found.position());
    }

    /// Names of the rules that this assignment would break: window, skill, tier, shift, travel, cap, venue, pinned,
    /// other.
    public List<String> broken(UUID request, UUID speaker, int start) {
        return HandAssignment.check(problem, plan, request.toString(), speaker.toString(), start).violations().stream()
                .map(Reasons::of)
                .distinct()
                .toList();
    }

    /// When each of these speakers could best give the talk, or why he cannot.
    public Map<UUID, Wish> wishes(UUID request, Collection<UUID> speakers) {
        var best = new HashMap<String, Integer>();
        Alternatives.forTalk(problem, plan, request.toString(), Integer.MAX_VALUE)
                .forEach(each -> best.put(each.speaker(), each.start()));
        var first = talk(request).windows().getFirst().from();
        var wishes = new LinkedHashMap<UUID, Wish>();
        for (var speaker : speakers) {
            var start = best.get(speaker.toString());
            wishes.put(
                    speaker,
                    start != null ? new Wish(start, List.of()) : new Wish(first, broken(request, speaker, first)));
        }
        return wishes;
    }

    /// How many speakers are left after each test.
    public Funnel funnel(UUID request) {
        return funnel(
                problem,
                lectern.planner.Funnel.of(problem, plan, request.toString()).counts());
    }

    /// The stand-ins of booked talks are no speakers.
    static Funnel funnel(Problem problem, FunnelCounts counts) {
        var standIns = Math.toIntExact(problem.speakers().stream()
                .filter(each -> Names.isBooked(each.id()))
                .count());
        var left = new LinkedHashMap<String, Integer>();
        left.put("speakers", counts.speakers() - standIns);
        left.put("skills", counts.skills());
        left.put("tier", counts.tier());
        left.put("available", counts.available());
        left.put("reachable", counts.reachable());
        left.put("free", counts.free());
        return new Funnel(left, counts.blocked().name().toLowerCase(Locale.ROOT));
    }

    /// Why that talk is given as it is, or not at all.
    public Reasoning reasoning(UUID request) {
        return new Reasoning(problem, directory, plan, request);
    }
}
