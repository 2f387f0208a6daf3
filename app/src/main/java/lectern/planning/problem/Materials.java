package lectern.planning.problem;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.people.Absences;
import lectern.people.PooledSpeaker;
import lectern.people.SpeakerPool;
import lectern.programme.BookedTalk;
import lectern.programme.BookedTalks;
import lectern.programme.OpenRequest;
import lectern.programme.OpenRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what there is to plan with.
@Component
public class Materials {
    private final OpenRequests requests;
    private final SpeakerPool pool;
    private final BookedTalks booked;
    private final HeldVenues held;
    private final ClosedVenues closed;
    private final Absences absences;

    Materials(
            OpenRequests requests,
            SpeakerPool pool,
            BookedTalks booked,
            HeldVenues held,
            ClosedVenues closed,
            Absences absences) {
        this.requests = requests;
        this.pool = pool;
        this.booked = booked;
        this.held = held;
        this.closed = closed;
        this.absences = absences;
    }

    /// How much there is, for people to look at before they start.
    public record Extent(int requests, int speakers) {}

    /// @param now what is over by then does not count
    @Transactional(readOnly = true)
    public Extent extent(String unitPath, Horizon horizon, Instant now) {
        return new Extent(
                requestsBelow(unitPath, horizon, now).size(),
                speakersOf(horizon, now).size());
    }

    /// @param unitPath only requests of that unit and below; the speakers are those of the whole scope
    /// @param now requests and shifts that are over by then are left out
    @Transactional(readOnly = true)
    public Material of(String unitPath, Horizon horizon, Instant now) {
        return material(requestsBelow(unitPath, horizon, now), horizon, now);
    }

    /// The same with other requests, or none, and all shifts of the period.
    @Transactional(readOnly = true)
    public Material with(List<OpenRequest> wanted, Horizon horizon) {
        return material(closed.without(wanted, horizon), horizon, horizon.from());
    }

    private Material material(List<OpenRequest> wanted, Horizon horizon, Instant now) {
        var speakers = speakersOf(horizon, now);
        var months = bookedInMonths(horizon);
        return new Material(wanted, speakers, booked(horizon), left(speakers, months, horizon));
    }

    /// What stands in the calendar of the period: talks with their speaker, and those that hold their venue while they
    /// look for one.
    @Transactional(readOnly = true)
    public List<BookedTalk> booked(Horizon horizon) {
        return Stream.concat(booked.between(horizon.from(), horizon.to()).stream(), held.in(horizon).stream())
                .toList();
    }

    /// What is booked, and beside it, as if they were booked talks, the times in which speakers are away and venues
    /// closed.
    @Transactional(readOnly = true)
    public List<BookedTalk> taken(Horizon horizon) {
        return Stream.of(
                        booked(horizon).stream(),
                        closed.asTaken(horizon).stream(),
                        absences.between(horizon.from(), horizon.to()).stream()
                                .map(each -> new BookedTalk(
                                        each.id(),
                                        null,
                                        each.speakerId(),
                                        each.id(),
                                        0,
                                        0,
                                        each.startsAt(),
                                        each.endsAt())))
                .flatMap(all -> all)
                .toList();
    }

    private List<OpenRequest> requestsBelow(String unitPath, Horizon horizon, Instant now) {
        var below = requests.between(horizon.from(), horizon.to()).stream()
                .filter(request -> request.path().startsWith(unitPath))
                .toList();
        return closed.without(below, horizon).stream()
                .filter(request -> request.windows().stream()
                        .anyMatch(window -> !window.closesAt().isBefore(now)))
                .toList();
    }

    private List<PooledSpeaker> speakersOf(Horizon horizon, Instant now) {
        return pool.between(horizon.from(), horizon.to()).stream()
                .filter(speaker -> speaker.shifts().stream()
                        .anyMatch(shift -> shift.endsAt().isAfter(now)))
                .toList();
    }

    private List<BookedTalk> bookedInMonths(Horizon horizon) {
        var first = YearMonth.from(horizon.firstDay()).atDay(1);
        var after = YearMonth.from(horizon.lastDay()).plusMonths(1).atDay(1);
        return booked.between(
                first.atStartOfDay(horizon.zone()).toInstant(),
                after.atStartOfDay(horizon.zone()).toInstant());
    }

    private static Map<UUID, Integer> left(List<PooledSpeaker> speakers, List<BookedTalk> booked, Horizon horizon) {
        var outside = booked.stream()
                .filter(talk -> talk.startsAt().isBefore(horizon.from())
                        || !talk.startsAt().isBefore(horizon.to()))
                .collect(Collectors.groupingBy(
                        BookedTalk::speakerId,
                        Collectors.groupingBy(talk -> month(talk, horizon.zone()), Collectors.counting())));
        var left = new HashMap<UUID, Integer>();
        for (var speaker : speakers) {
            var busiest = outside.getOrDefault(speaker.id(), Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            left.put(speaker.id(), Math.max(0, Math.toIntExact(speaker.monthLimit() - busiest)));
        }
        return left;
    }

    private static YearMonth month(BookedTalk talk, ZoneId zone) {
        return YearMonth.from(talk.startsAt().atZone(zone));
    }
}
