package lectern.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk that stands in the calendar and is to go to somebody else, to another time or to another venue.
///
/// @param before as whoever decided it saw the talk; it is changed only while it is still so
/// @param after as it is to be
public record Rebooking(UUID talkId, Before before, After after) {
    /// @param speakerId null while it looks for one
    public record Before(@Nullable UUID speakerId, Instant startsAt, UUID venueId) {}

    public record After(UUID speakerId, Instant startsAt, UUID venueId) {}
}
