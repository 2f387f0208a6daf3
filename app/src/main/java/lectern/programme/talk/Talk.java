package lectern.programme.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk as its page shows it.
///
/// @param attendanceSource COUNTED, ESTIMATED or REGISTERED
/// @param ratings how many listeners rated
/// @param stars the sum of their stars
public record Talk(
        UUID id,
        UUID cityId,
        UUID unitId,
        String path,
        String unit,
        @Nullable UUID requestId,
        String topic,
        String segment,
        UUID venueId,
        String venue,
        String address,
        @Nullable UUID speakerId,
        @Nullable String speaker,
        Instant startsAt,
        Instant endsAt,
        LocalDate day,
        TalkState state,
        String reason,
        @Nullable Integer attendance,
        @Nullable String attendanceSource,
        String ratingCode,
        int ratings,
        int stars) {}
