package lectern.programme.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A talk on the sheet for the wall.
///
/// @param ratingCode what listeners rate it with
public record SheetRow(
        Instant startsAt,
        Instant endsAt,
        LocalDate day,
        String topic,
        String unit,
        String venue,
        String address,
        @Nullable String speaker,
        String ratingCode) {}
