package lectern.planning.disruption;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of one talk.
///
/// @param after null when it cannot be saved; then the funnel says why
/// @param cost what changes against before, term by term
/// @param funnel speakers left after each test
/// @param blocked the first test at which none was left, or empty
public record ChangeLine(
        UUID talk,
        Cause cause,
        Spot before,
        @Nullable Spot after,
        Map<String, Long> cost,
        Map<String, Integer> funnel,
        String blocked) {
    /// Who, when and where.
    ///
    /// @param speaker null while nobody is found
    public record Spot(@Nullable UUID speaker, Instant startsAt, UUID venue) {}

    public boolean isSaved() {
        return after != null;
    }

    /// Minutes of travel more than before.
    public long travel() {
        return cost.getOrDefault("travel", 0L);
    }

    public long total() {
        return cost.values().stream().mapToLong(Long::longValue).sum();
    }
}
