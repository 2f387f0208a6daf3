package lectern.programme.claim;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.programme.Booking;
import lectern.programme.Bookings;
import lectern.programme.OpenRequest;
import lectern.programme.OpenRequests;
import lectern.programme.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts requests that no plan served into the calendar without a speaker, at the first moment that was asked for and
/// at which their venue is free, so that they can be claimed.
@Component
class UnservedRequests {
    /// So many at a time.
    static final int MOST = 200;

    private static final Duration STEP = Duration.ofMinutes(30);

    private record Taken(UUID venue, Instant from, Instant to) {
        boolean touches(UUID other, Instant start, Instant end) {
            return venue.equals(other) && from.isBefore(end) && start.isBefore(to);
        }
    }

    private final OpenRequests requests;
    private final Bookings bookings;
    private final JdbcClient jdbc;

    UnservedRequests(OpenRequests requests, Bookings bookings, JdbcClient jdbc) {
        this.requests = requests;
        this.bookings = bookings;
        this.jdbc = jdbc;
    }

    /// @return how many stand in the calendar now
    @Transactional
    public int putIntoCalendar(Instant from, Instant to) {
        var open = requests.between(from, to).stream().limit(MOST).toList();
        var taken = new ArrayList<>(taken(open, from, to));
        var all = new ArrayList<Booking>();
        for (var request : open) {
            start(request, taken).ifPresent(start -> {
                all.add(new Booking(request.id(), null, start, null));
                taken.add(new Taken(request.venueId(), start, end(request, start)));
            });
        }
        if (!all.isEmpty()) {
            bookings.book(all);
        }
        return all.size();
    }

    private static Instant end(OpenRequest request, Instant start) {
        return start.plus(Duration.ofMinutes(request.minutes()));
    }

    private static Optional<Instant> start(OpenRequest request, List<Taken> taken) {
        for (Window window : request.windows()) {
            for (var start = window.opensAt(); !start.isAfter(window.closesAt()); start = start.plus(STEP)) {
                var begins = start;
                if (request.sharedVenue()
                        || taken.stream()
                                .noneMatch(other -> other.touches(request.venueId(), begins, end(request, begins)))) {
                    return Optional.of(start);
                }
            }
        }
        return Optional.empty();
    }

    /// What takes one of their venues: talks, and times in which it is closed.
    private List<Taken> taken(List<OpenRequest> open, Instant from, Instant to) {
        return jdbc.sql("""
                        select venue_id, starts_at, ends_at from talk
                        where venue_id = any(:venues) and during && tstzrange(:from, :to) and state <> 'CANCELLED'
                        union all
                        select venue_id, starts_at, ends_at from venue_closure
                        where venue_id = any(:venues) and starts_at < :to and ends_at > :from
                        """)
                .param(
                        "venues",
                        open.stream().map(OpenRequest::venueId).distinct().toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Taken(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list();
    }
}
