package lectern.planning.disruption;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.places.Closure;
import lectern.planning.problem.Way;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The venues of the units whose venue is closed: where else a talk could be.
///
/// @param byUnit all that are in use
/// @param closed by venue
/// @param booked everything that takes a venue
record OtherVenues(Map<UUID, List<Found>> byUnit, Map<UUID, List<Closure>> closed, List<BookedTalk> booked) {
    record Found(UUID id, UUID unit, String name, double lat, double lon, int capacity, boolean shared) {}

    static OtherVenues of(
            JdbcClient jdbc, Collection<UUID> units, Map<UUID, List<Closure>> closed, List<BookedTalk> booked) {
        var byUnit = jdbc.sql("""
                        select id, unit_id as unit, name, lat, lon, capacity, shared from venue
                        where unit_id = any(:units) and retired_at is null order by id
                        """).param("units", units.toArray(UUID[]::new)).query(Found.class).stream()
                .collect(Collectors.groupingBy(Found::unit));
        return new OtherVenues(byUnit, closed, booked);
    }

    /// The nearest one of the same unit that holds the listeners and is free at that time.
    ///
    /// @param taken what was placed meanwhile
    Optional<Found> near(OpenRequest talk, Instant from, Instant to, List<BookedTalk> taken) {
        return byUnit.getOrDefault(talk.unitId(), List.of()).stream()
                .filter(venue -> !venue.id().equals(talk.venueId()) && venue.capacity() >= talk.expected())
                .filter(venue -> closed.getOrDefault(venue.id(), List.of()).stream()
                        .noneMatch(closure -> closure.startsAt().isBefore(to)
                                && closure.endsAt().isAfter(from)))
                .filter(venue -> venue.shared() || isFree(venue, from, to, booked) && isFree(venue, from, to, taken))
                .min(Comparator.comparingDouble(
                        venue -> Way.kilometres(talk.lat(), talk.lon(), venue.lat(), venue.lon())));
    }

    private static boolean isFree(Found venue, Instant from, Instant to, List<BookedTalk> taken) {
        return taken.stream()
                .noneMatch(other -> other.venueId().equals(venue.id())
                        && other.startsAt().isBefore(to)
                        && other.endsAt().isAfter(from));
    }
}
