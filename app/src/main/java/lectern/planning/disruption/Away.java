package lectern.planning.disruption;

import java.time.Instant;
import java.util.UUID;
import lectern.people.Absence;
import lectern.places.Closure;

/// Somebody who is away or a venue that is closed, for a list of either.
///
/// @param page of the speaker or the venue
public record Away(UUID id, String name, String page, Instant from, Instant to, String note) {
    static Away of(Absence absence) {
        return new Away(
                absence.id(),
                absence.speaker(),
                "/speakers/" + absence.speakerId(),
                absence.startsAt(),
                absence.endsAt(),
                absence.note());
    }

    static Away of(Closure closure) {
        return new Away(
                closure.id(),
                closure.venue(),
                "/venues/" + closure.venueId(),
                closure.startsAt(),
                closure.endsAt(),
                closure.note());
    }
}
