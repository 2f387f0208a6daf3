package lectern.platform.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of long work as people see it.
///
/// @param subjectId what it works on
/// @param done thousandths of the work, 0 to 1000
/// @param detail JSON of the kind's own: counts, the latest cost, or why it failed
public record Job(
        UUID id,
        UUID cityId,
        String path,
        String kind,
        @Nullable UUID subjectId,
        State state,
        int done,
        String detail,
        boolean cancelAsked,
        UUID startedBy,
        Instant createdAt) {
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED || state == State.CANCELLED;
    }
}
