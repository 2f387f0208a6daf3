package lectern.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk that is to stand in the calendar.
///
/// @param speakerId null when the talk stands in the calendar and looks for somebody
/// @param planId the plan that it comes from, or null when it was made by hand
public record Booking(
        UUID requestId,
        @Nullable UUID speakerId,
        Instant startsAt,
        @Nullable UUID planId) {}
