package lectern.planning.disruption;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk of the calendar that cannot be as it is booked.
///
/// @param accepted whether its speaker had said that he comes
/// @param causeId of the absence or the closure; null when it looks for a speaker
public record BrokenTalk(
        UUID id,
        Cause cause,
        @Nullable UUID causeId,
        String topic,
        String unit,
        String venue,
        @Nullable String speaker,
        Instant startsAt,
        Instant endsAt,
        boolean accepted) {
    private static final Duration SOON = Duration.ofDays(3);

    /// How it is shown: bad when it is today or tomorrow or nearly, wait within some days, over when there is time.
    public String look(Instant now) {
        if (startsAt.isBefore(now.plus(Duration.ofDays(1)))) {
            return "bad";
        }
        return startsAt.isBefore(now.plus(SOON)) ? "wait" : "over";
    }
}
