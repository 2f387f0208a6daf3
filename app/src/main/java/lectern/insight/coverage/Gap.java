package lectern.insight.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long ago a village had its last talk, from the longest to the shortest.
public enum Gap {
    NEVER(0),
    OVER_YEAR(12),
    OVER_HALF(6),
    OVER_QUARTER(3),
    RECENT(0);

    /// Whole months since the last talk, at least.
    final int months;

    Gap(int months) {
        this.months = months;
    }

    static Gap of(@Nullable LocalDate last, LocalDate today) {
        if (last == null) {
            return NEVER;
        }
        return !last.isAfter(OVER_YEAR.latest(today))
                ? OVER_YEAR
                : !last.isAfter(OVER_HALF.latest(today))
                        ? OVER_HALF
                        : !last.isAfter(OVER_QUARTER.latest(today)) ? OVER_QUARTER : RECENT;
    }

    /// The latest day that is so many months ago.
    LocalDate latest(LocalDate today) {
        return today.minusMonths(months);
    }
}
