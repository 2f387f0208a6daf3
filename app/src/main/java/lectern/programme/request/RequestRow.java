package lectern.programme.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request in a list.
///
/// @param opensAt the beginning of its first window
public record RequestRow(
        UUID id,
        String unit,
        String topic,
        String segment,
        int expected,
        int priority,
        String origin,
        RequestState state,
        String reason,
        Instant askedAt,
        @Nullable Instant opensAt) {
    /// Whether it can still be changed in the list.
    public boolean isOpen() {
        return state == RequestState.ASKED || state == RequestState.APPROVED;
    }
}
