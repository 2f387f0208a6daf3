package lectern.insight.coverage;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page is narrowed to.
///
/// @param unit whose villages are shown; the reader's own when it is left out
/// @param gap only villages with this gap
/// @param atLeast months since the last talk at least; whoever never had one is among them
/// @param idle only villages where nothing is scheduled and nothing asked for
/// @param view `subjects` for topics and segments, else map and table
record CoverageFilter(
        @Nullable UUID unit,
        @Nullable UUID topic,
        @Nullable String segment,
        @Nullable Gap gap,
        @Nullable Integer atLeast,
        @Nullable Boolean idle,
        @Nullable String view,
        @Nullable String sort,
        @Nullable Integer page) {
    Subject subject() {
        return Subject.of(topic, Objects.requireNonNullElse(segment, ""));
    }

    boolean isBySubject() {
        return "subjects".equals(view);
    }

    boolean isIdle() {
        return Boolean.TRUE.equals(idle);
    }

    int months() {
        return atLeast == null ? 0 : Math.clamp(atLeast, 0, 120);
    }
}
