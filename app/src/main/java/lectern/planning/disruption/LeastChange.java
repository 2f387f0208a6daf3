package lectern.planning.disruption;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.people.PooledSpeaker;
import lectern.planner.model.Weights;
import lectern.planning.problem.ClosedVenues;
import lectern.planning.problem.Solution;
import lectern.programme.BookedTalk;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;

/// Mends what is broken with as few changes as it takes. Step by step, each for what the last one could not save, and
/// with everything else pinned: the same time · another time that was asked for · another venue of the unit at any time
/// that was asked for · and only then a neighbour that moves too.
final class LeastChange {
    /// So many neighbours may move at a time, those nearest in time to the broken talks.
    private static final int NEIGHBOURS = 24;

    /// More others than this are not troubled for one talk.
    private static final int TROUBLED = 2;

    private final Replanning replanning;
    private final OtherVenues venues;
    private final PriceBefore prices;
    private final Instant now;
    private final Map<UUID, Cause> causes;
    private final Map<UUID, ChangeLine> lines = new LinkedHashMap<>();
    private final List<BookedTalk> decided = new ArrayList<>();

    LeastChange(Replanning replanning, OtherVenues venues, PriceBefore prices, Instant now, Map<UUID, Cause> causes) {
        this.replanning = replanning;
        this.venues = venues;
        this.prices = prices;
        this.now = now;
        this.causes = causes;
    }

    /// @param broken the talks to mend
    /// @param readers reads the talks of the calendar that may move, by id
    List<ChangeLine> of(List<StandingTalk> broken, Function<List<UUID>, List<StandingTalk>> readers) {
        solve(
                broken,
                broken.stream().map(this::sameTime).flatMap(Stream::ofNullable).toList());
        solve(
                broken,
                left(broken).stream()
                        .map(this::otherTime)
                        .flatMap(Stream::ofNullable)
                        .toList());
        solve(
                broken,
                left(broken).stream()
                        .map(this::elsewhere)
                        .flatMap(Stream::ofNullable)
                        .toList());
        var helped = left(broken);
        if (!helped.isEmpty()) {
            moveNeighbours(helped, readers);
        }
        explain(broken);
        return broken.stream()
                .map(talk -> Objects.requireNonNull(lines.get(talk.id())))
                .collect(Collectors.collectingAndThen(Collectors.toList(), this::withHelpers));
    }

    private List<ChangeLine> withHelpers(List<ChangeLine> broken) {
        return Stream.concat(broken.stream(), lines.values().stream().filter(line -> line.cause() == Cause.HELPS))
                .toList();
    }

    private List<StandingTalk> left(List<StandingTalk> broken) {
        return broken.stream().filter(talk -> !lines.containsKey(talk.id())).toList();
    }

    private Cause cause(StandingTalk talk) {
        return causes.getOrDefault(talk.id(), Cause.HELPS);
    }

    private @Nullable StandingTalk sameTime(StandingTalk talk) {
        var exact = windows(talk, List.of(new Window(talk.startsAt(), talk.startsAt())));
        if (cause(talk) != Cause.VENUE) {
            return cut(exact);
        }
        return venues.near(talk.request(), talk.startsAt(), talk.endsAt(), decided)
                .map(venue -> at(exact, venue))
                .orElse(null);
    }

    private @Nullable StandingTalk otherTime(StandingTalk talk) {
        return cut(talk);
    }

    /// At another venue at any time, as long as it is free for one of the windows as a whole.
    private @Nullable StandingTalk elsewhere(StandingTalk talk) {
        if (cause(talk) != Cause.VENUE) {
            return null;
        }
        for (var window : talk.request().windows()) {
            var from = later(window.opensAt(), now);
            var to = window.closesAt().plusSeconds(60L * talk.request().minutes());
            var venue = from.isBefore(to) ? venues.near(talk.request(), from, to, decided) : null;
            if (venue != null && venue.isPresent()) {
                return at(windows(talk, List.of(new Window(from, window.closesAt()))), venue.get());
            }
        }
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Without the times in which its venue is closed; null when none is left.
    private @Nullable StandingTalk cut(StandingTalk talk) {
        var closed = venues.closed().getOrDefault(talk.request().venueId(), List.of());
        var open = ClosedVenues.cut(talk.request(), closed);
        return open.windows().isEmpty() ? null : windows(talk, open.windows());
    }

    private static StandingTalk windows(StandingTalk talk, List<Window> windows) {
        return new StandingTalk(talk.request().withWindows(windows), talk.speaker(), talk.startsAt(), talk.endsAt());
    }

    private static StandingTalk at(StandingTalk talk, OtherVenues.Found venue) {
        return new StandingTalk(
                talk.request().at(venue.id(), venue.name(), venue.lat(), venue.lon(), venue.shared()),
                talk.speaker(),
                talk.startsAt(),
                talk.endsAt());
    }

    private void solve(List<StandingTalk> broken, List<StandingTalk> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var solution = replanning.place(wanted, decided, Weights.DEFAULT);
        var byId = wanted.stream().collect(Collectors.toMap(StandingTalk::id, Function.identity()));
        var before = broken.stream().collect(Collectors.toMap(StandingTalk::id, Function.identity()));
        for (var placed : solution.assigned()) {
            decide(Objects.requireNonNull(byId.get(placed.request())), before.get(placed.request()), placed, solution);
        }
    }

    private void decide(
            StandingTalk wanted, @Nullable StandingTalk before, Solution.Assigned placed, Solution solution) {
        var booked = replanning.booked(wanted, placed);
        decided.add(booked);
        var was = before == null ? wanted : before;
        var now = new HashMap<>(solution.cost());
        solution.without(placed.request()).cost().forEach((term, cost) -> now.merge(term, -cost, Long::sum));
        lines.put(
                was.id(),
                new ChangeLine(
                        was.id(),
                        cause(was),
                        spot(was),
                        new ChangeLine.Spot(placed.speaker(), booked.startsAt(), booked.venueId()),
                        prices.difference(was, now),
                        Map.of(),
                        ""));
    }

    private static ChangeLine.Spot spot(StandingTalk talk) {
        return new ChangeLine.Spot(
                talk.speaker(), talk.startsAt(), talk.request().venueId());
    }

    /// Lets talks of those speakers move who could take a broken one; all of it is dropped when it troubles too many.
    private void moveNeighbours(List<StandingTalk> helped, Function<List<UUID>, List<StandingTalk>> readers) {
        var wanted = helped.stream().map(this::cut).flatMap(Stream::ofNullable).toList();
        var neighbours = neighbours(wanted, readers).stream()
                .map(this::cut)
                .flatMap(Stream::ofNullable)
                .toList();
        if (wanted.isEmpty() || neighbours.isEmpty()) {
            return;
        }
        var all = Stream.concat(wanted.stream(), neighbours.stream()).toList();
        var found = back(neighbours, replanning.place(all, decided, Replanning.STAY));
        var placed =
                found.assigned().stream().collect(Collectors.toMap(Solution.Assigned::request, Function.identity()));
        var saved =
                wanted.stream().filter(talk -> placed.containsKey(talk.id())).toList();
        var moved = neighbours.stream()
                .filter(talk -> !isWhereItWas(talk, placed.get(talk.id())))
                .toList();
        if (saved.isEmpty()
                || moved.size() > TROUBLED * saved.size()
                || moved.stream().anyMatch(talk -> !placed.containsKey(talk.id()))) {
            return;
        }
        Stream.concat(saved.stream(), moved.stream())
                .forEach(talk -> decide(talk, talk, Objects.requireNonNull(placed.get(talk.id())), found));
    }

    private List<StandingTalk> neighbours(List<StandingTalk> wanted, Function<List<UUID>, List<StandingTalk>> readers) {
        var topics = wanted.stream().map(talk -> talk.request().topicId()).collect(Collectors.toSet());
        var able = replanning.calendar().speakers().stream()
                .filter(speaker -> speaker.topics().stream().anyMatch(topics::contains))
                .map(PooledSpeaker::id)
                .collect(Collectors.toSet());
        var taken =
                Stream.concat(causes.keySet().stream(), lines.keySet().stream()).collect(Collectors.toSet());
        var nearest = replanning.calendar().booked().stream()
                .filter(talk -> able.contains(talk.speakerId()) && !taken.contains(talk.id()))
                .sorted(Comparator.comparing((BookedTalk talk) -> distance(talk, wanted))
                        .thenComparing(BookedTalk::id))
                .limit(NEIGHBOURS)
                .map(BookedTalk::id)
                .toList();
        return readers.apply(nearest);
    }

    private static Duration distance(BookedTalk talk, List<StandingTalk> wanted) {
        return wanted.stream()
                .map(each -> Duration.between(each.startsAt(), talk.startsAt()).abs())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Puts back every neighbour whose move turned out to be of no need.
    private Solution back(List<StandingTalk> neighbours, Solution found) {
        var better = found;
        for (var talk : neighbours) {
            var speaker = talk.speaker();
            var start = replanning.horizon().minute(talk.startsAt());
            var placed = better.assigned().stream()
                    .filter(each -> each.request().equals(talk.id()))
                    .findFirst()
                    .orElse(null);
            if (speaker != null
                    && better.knows(talk.id())
                    && !isWhereItWas(talk, placed)
                    && better.broken(talk.id(), speaker, start).isEmpty()) {
                better = better.with(talk.id(), speaker, start);
            }
        }
        return better;
    }

    private boolean isWhereItWas(StandingTalk talk, Solution.@Nullable Assigned placed) {
        return placed != null
                && placed.speaker().equals(talk.speaker())
                && placed.start() == replanning.horizon().minute(talk.startsAt());
    }

    /// Tells for what could not be saved how many speakers were left after each test.
    private void explain(List<StandingTalk> broken) {
        var lost = left(broken);
        var askable = lost.stream().map(this::cut).flatMap(Stream::ofNullable).toList();
        var solution = askable.isEmpty() ? null : replanning.leftOut(askable, decided);
        for (var talk : lost) {
            var known = solution != null && solution.knows(talk.id());
            var funnel = known ? Objects.requireNonNull(solution).funnel(talk.id()) : null;
            lines.put(
                    talk.id(),
                    new ChangeLine(
                            talk.id(),
                            cause(talk),
                            spot(talk),
                            null,
                            Map.of(),
                            funnel == null ? Map.of() : funnel.left(),
                            funnel == null ? "venue" : funnel.blocked()));
        }
    }
}
