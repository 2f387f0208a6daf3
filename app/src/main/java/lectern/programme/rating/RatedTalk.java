package lectern.programme.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The talk behind a code on the wall.
public record RatedTalk(
        UUID id,
        UUID cityId,
        String path,
        String ratingCode,
        Instant startsAt,
        Instant endsAt,
        LocalDate day,
        String topic,
        String venue,
        String unit) {}
