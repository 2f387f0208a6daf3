package lectern.planning.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;
import lectern.programme.BookedTalk;

/// Times of speakers and venues that a plan's problem does not know of, since they were taken later.
public final class Taken {
    private final Map<String, List<BookedTalk>> bySpeaker;
    private final Map<String, List<BookedTalk>> byVenue;
    private final Set<String> shared;
    private final Map<String, Solution.Home> homes;
    private final Horizon horizon;

    private Taken(
            Map<String, List<BookedTalk>> bySpeaker,
            Map<String, List<BookedTalk>> byVenue,
            Set<String> shared,
            Map<String, Solution.Home> homes,
            Horizon horizon) {
        this.bySpeaker = bySpeaker;
        this.byVenue = byVenue;
        this.shared = shared;
        this.homes = homes;
        this.horizon = horizon;
    }

    /// @param booked what stands in the calendar now, beside the plan's own talks
    public static Taken since(Solution solution, List<BookedTalk> booked, Horizon horizon) {
        var known = solution.problem().talks().stream().map(Talk::id).collect(Collectors.toSet());
        var later = booked.stream()
                .filter(talk -> !known.contains(Names.booked(talk.id())))
                .toList();
        var speakers = later.stream()
                .collect(Collectors.groupingBy(talk -> talk.speakerId().toString()));
        return new Taken(
                speakers,
                later.stream()
                        .collect(Collectors.groupingBy(talk -> talk.venueId().toString())),
                shared(solution.problem()),
                solution.speakers().stream()
                        .filter(id -> speakers.containsKey(id.toString()))
                        .collect(Collectors.toMap(Object::toString, solution::home)),
                horizon);
    }

    private static Set<String> shared(Problem problem) {
        return problem.places().stream()
                .filter(place -> !place.exclusive())
                .map(lectern.planner.model.Place::id)
                .collect(Collectors.toSet());
    }

    /// The talk without the starts at which its venue is taken.
    Talk without(Talk talk) {
        var taken =
                shared.contains(talk.place()) ? List.<BookedTalk>of() : byVenue.getOrDefault(talk.place(), List.of());
        if (taken.isEmpty()) {
            return talk;
        }
        var windows = talk.windows();
        for (var other : taken) {
            windows = without(
                    windows,
                    horizon.minute(other.startsAt()) - talk.minutes(),
                    horizon.minuteNotBefore(other.endsAt()));
        }
        return new Talk(
                talk.id(),
                talk.place(),
                talk.minutes(),
                windows,
                talk.needs(),
                talk.minTier(),
                talk.segment(),
                talk.priority(),
                talk.load());
    }

    /// Without the minutes between these two, which themselves stay.
    private static List<Window> without(List<Window> windows, int after, int before) {
        var left = new ArrayList<Window>();
        for (var window : windows) {
            if (window.from() <= Math.min(window.to(), after)) {
                left.add(new Window(window.from(), Math.min(window.to(), after)));
            }
            if (Math.max(window.from(), before) <= window.to() && Math.max(window.from(), before) > after) {
                left.add(new Window(Math.max(window.from(), before), window.to()));
            }
        }
        return left;
    }

    /// The speaker without the time that is taken, the way there and back included. Where a talk that must stay lies in
    /// that time, it is left as it was: then that talk is what clashes.
    Speaker without(Speaker speaker, List<Assignment> pins, Map<String, Integer> minutes) {
        var taken = bySpeaker.getOrDefault(speaker.id(), List.of());
        var home = homes.get(speaker.id());
        if (taken.isEmpty() || home == null) {
            return speaker;
        }
        var shifts = speaker.shifts().stream()
                .map(shift -> new Commitments.Span(shift.start(), shift.end()))
                .toList();
        for (var talk : taken) {
            // Somebody who is away has no place.
            var way = talk.lat() == 0 && talk.lon() == 0
                    ? 0
                    : Way.minutes(home.lat(), home.lon(), talk.lat(), talk.lon());
            var rest = Commitments.without(
                    shifts,
                    new Commitments.Span(
                            horizon.minute(talk.startsAt()) - way, horizon.minuteNotBefore(talk.endsAt()) + way));
            if (pins.stream()
                    .allMatch(pin -> rest.stream()
                            .anyMatch(span -> span.from() <= pin.start()
                                    && pin.start() + minutes.getOrDefault(pin.talk(), 0) <= span.to()))) {
                shifts = rest;
            }
        }
        return new Speaker(
                speaker.id(),
                speaker.home(),
                speaker.skills(),
                speaker.tier(),
                shifts.stream().map(span -> new Shift(span.from(), span.to())).toList(),
                speaker.maxTalks(),
                speaker.maxTalksPerShift(),
                speaker.capacity(),
                speaker.fit());
    }
}
