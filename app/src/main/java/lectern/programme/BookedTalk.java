package lectern.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk that stands in the calendar, as planning must respect it.
///
/// @param requestId null when it did not come from a request
public record BookedTalk(
        UUID id,
        @Nullable UUID requestId,
        UUID speakerId,
        UUID venueId,
        double lat,
        double lon,
        Instant startsAt,
        Instant endsAt) {}
