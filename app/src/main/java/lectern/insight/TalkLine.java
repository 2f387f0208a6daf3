package lectern.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk as a line in a list.
///
/// @param attendance null before the headcount is in
public record TalkLine(
        UUID id,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        String topic,
        String venue,
        String unit,
        @Nullable Integer attendance) {}
