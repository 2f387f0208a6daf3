package lectern.insight.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A village with its last talk.
///
/// @param town the unit above it
/// @param lastDay null when there was none
/// @param coming the next day on which one is scheduled, or null
/// @param asked whether one is asked for and not yet scheduled
public record VillageGap(
        UUID id,
        String name,
        String town,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate coming,
        boolean asked) {
    public Gap gap(LocalDate today) {
        return Gap.of(lastDay, today);
    }

    /// Whole months since the last talk.
    public long months(LocalDate today) {
        return lastDay == null ? 0 : Math.max(0, ChronoUnit.MONTHS.between(lastDay, today));
    }
}
