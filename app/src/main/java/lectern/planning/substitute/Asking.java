package lectern.planning.substitute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Several substitutes who are asked for a talk one after the other.
public record Asking(UUID id, UUID talk, State state, int minutesEach, List<Step> steps) {
    public enum State {
        RUNNING,
        /// Somebody accepted.
        DONE,
        /// Nobody accepted; the talk looks for somebody again.
        EXHAUSTED,
        /// The officer stopped it, or the talk went another way.
        STOPPED
    }

    /// @param answerBy null before he was asked
    public record Step(
            int place,
            UUID speaker,
            String name,
            StepState state,
            @Nullable Instant answerBy) {}

    public enum StepState {
        WAITING,
        ASKED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /// He could no longer come when his turn came.
        SKIPPED,
        STOPPED;

        public String look() {
            return switch (this) {
                case ACCEPTED -> "good";
                case ASKED -> "wait";
                case DECLINED, EXPIRED, SKIPPED -> "bad";
                case WAITING, STOPPED -> "over";
            };
        }
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
