package lectern.planning.part;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order to plan a part of a draft again.
///
/// @param requests those that may change, pins excepted
/// @param version of the plan that it began with
/// @param failure message key of why nothing came of it
/// @param step of the draft's steps, when something changed
/// @param costBefore of the whole plan
public record Replan(
        UUID id,
        UUID planId,
        List<UUID> requests,
        int seconds,
        int version,
        State state,
        String failure,
        @Nullable UUID jobId,
        @Nullable Integer step,
        @Nullable Long costBefore,
        @Nullable Long costAfter) {
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /// Nothing better was found.
        NOTHING,
        FAILED
    }

    public boolean isUnderWay() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    public long saved() {
        return costBefore == null || costAfter == null ? 0 : costBefore - costAfter;
    }
}
