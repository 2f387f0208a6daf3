package lectern.insight.coverage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the talks are about and for whom, as the roll-up keeps it: a topic or any, a segment or any.
///
/// @param topicId [#ANY] for any
/// @param segment empty for any
record Subject(UUID topicId, String segment) {
    static final UUID ANY = new UUID(0, 0);

    static Subject of(@Nullable UUID topicId, String segment) {
        return new Subject(topicId == null ? ANY : topicId, segment);
    }

    boolean isAnyTopic() {
        return topicId.equals(ANY);
    }

    boolean isAnySegment() {
        return segment.isEmpty();
    }
}
