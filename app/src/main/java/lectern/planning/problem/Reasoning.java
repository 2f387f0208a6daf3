package lectern.planning.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.planner.Alternative;
import lectern.planner.Exclusion;
import lectern.planner.Funnel;
import lectern.planner.Weighing;
import lectern.planner.model.Assignment;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Directory;
import org.jspecify.annotations.Nullable;

/// What speaks for and against each speaker for one talk of a plan as it stands. Not thread-safe.
public final class Reasoning {
    private final Problem problem;
    private final Plan plan;
    private final UUID request;
    private final Weighing weighing;
    private final Funnel funnel;

    Reasoning(Problem problem, Directory directory, Plan plan, UUID request) {
        this.problem = problem;
        this.plan = plan;
        this.request = request;
        weighing = Weighing.of(directory, plan, request.toString());
        funnel = weighing.funnel();
    }

    /// Another speaker or another time.
    ///
    /// @param changes what the plan's cost would change by, term by term, those of 0 left out
    public record Option(UUID speaker, int start, Map<String, Long> changes, long total) {}

    /// Why somebody cannot.
    ///
    /// @param rule topic, level, topicAndLevel, tier, never, away, reach, limit, full, busy or venue
    /// @param talk the request, or the booked talk, that is in the way
    /// @param booked whether that talk was booked before
    /// @param first minutes there, talks or tier that he has
    /// @param second minutes back, talks that he may have, tier that is needed
    /// @param from minute at which his nearest shift begins
    /// @param to minute at which it ends
    public record Hindrance(
            String rule,
            @Nullable UUID talk,
            boolean booked,
            long first,
            long second,
            @Nullable Integer from,
            @Nullable Integer to) {
        private static Hindrance of(String rule, long first, long second) {
            return new Hindrance(rule, null, false, first, second, null, null);
        }

        private static Hindrance by(String rule, String talk) {
            var booked = Names.isBooked(talk);
            return new Hindrance(rule, Names.idOf(talk), booked, 0, 0, null, null);
        }
    }

    /// Somebody who would be better, were it not for one rule.
    public record Better(Hindrance hindrance, Option without) {}

    /// Others who could give it, the cheapest first.
    public List<Option> others(@Nullable UUID chosen, int limit) {
        return weighing.ranked(limit + 1).stream()
                .filter(each -> chosen == null || !each.speaker().equals(chosen.toString()))
                .filter(each -> !Names.isBooked(each.speaker()))
                .limit(limit)
                .map(Reasoning::option)
                .toList();
    }

    /// Other starts of that speaker, the cheapest first.
    public List<Option> times(UUID speaker, int now, int limit) {
        return weighing.times(speaker.toString()).stream()
                .filter(each -> each.start() != now)
                .limit(limit)
                .map(Reasoning::option)
                .toList();
    }

    /// When that speaker could best give it; empty when a rule excludes him.
    public Optional<Option> best(UUID speaker) {
        return weighing.times(speaker.toString()).stream().findFirst().map(Reasoning::option);
    }

    private static Option option(Alternative found) {
        var changes = new LinkedHashMap<>(Solution.terms(found.difference()));
        changes.values().removeIf(points -> points == 0);
        return new Option(
                UUID.fromString(found.speaker()),
                found.start(),
                changes,
                found.difference().total());
    }

    /// Those who would be better and are excluded by one rule alone, the best first.
    public List<Better> better() {
        return weighing.betterButExcluded().stream()
                .filter(each -> !Names.isBooked(each.without().speaker()))
                .map(each -> new Better(hindrance(each.rule()), option(each.without())))
                .toList();
    }

    /// The first rule that keeps that speaker away; null for who could come.
    public @Nullable Hindrance hindrance(UUID speaker) {
        return weighing.exclusion(speaker.toString()).map(Reasoning::hindrance).orElse(null);
    }

    private static Hindrance hindrance(Exclusion rule) {
        return switch (rule) {
            case Exclusion.MissingSkills(List<String> skills) -> Hindrance.of(missing(skills), 0, 0);
            case Exclusion.TierTooLow(int tier, int minTier) -> Hindrance.of("tier", tier, minTier);
            case Exclusion.NotAvailable(var nearest) ->
                nearest == null
                        ? Hindrance.of("never", 0, 0)
                        : new Hindrance("away", null, false, 0, 0, nearest.start(), nearest.end());
            case Exclusion.OutOfReach(long out, long back) -> Hindrance.of("reach", out, back);
            case Exclusion.LimitReached(int talks, int most) -> Hindrance.of("limit", talks, most);
            case Exclusion.ShiftsFull full -> Hindrance.of("full", 0, 0);
            case Exclusion.Busy(String talk) -> Hindrance.by("busy", talk);
            case Exclusion.PlaceTaken(String talk) -> Hindrance.by("venue", talk);
        };
    }

    private static String missing(List<String> skills) {
        var topic = skills.stream().anyMatch(Names::isTopic);
        var level = skills.stream().anyMatch(skill -> !Names.isTopic(skill));
        return topic && level ? "topicAndLevel" : topic ? "topic" : "level";
    }

    public Solution.Funnel funnel() {
        return Solution.funnel(problem, funnel.counts());
    }

    /// Speakers left after that test.
    ///
    /// @param test as in [Solution.Funnel#left]
    public List<UUID> left(String test) {
        return funnel.survivors(FunnelTest.valueOf(test.toUpperCase(java.util.Locale.ROOT))).stream()
                .filter(speaker -> !Names.isBooked(speaker))
                .map(UUID::fromString)
                .toList();
    }

    /// How many other talks that speaker has in the period, booked ones included.
    public long talksOf(UUID speaker) {
        var id = speaker.toString();
        return plan.assignments().stream()
                .filter(each -> each.speaker().equals(id))
                .map(Assignment::talk)
                .filter(talk -> !talk.equals(request.toString()))
                .count();
    }

    /// What one unit of that term costs, at least 1.
    public long weight(String term) {
        var weights = problem.weights();
        return Math.max(
                1,
                switch (term) {
                    case "travel" -> weights.travel();
                    case "misfit" -> weights.misfit();
                    case "overtier" -> weights.overtier();
                    case "repeat" -> weights.repeat();
                    case "shift" -> weights.shift();
                    default -> 1;
                });
    }
}
