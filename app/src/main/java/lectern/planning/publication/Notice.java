package lectern.planning.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the people of a request learn, against what they were told before.
///
/// @param before who was to come and when, null where they were told nothing
public record Notice(Change change, @Nullable Before before) {
    /// How that differs.
    public enum Change {
        /// Told for the first time.
        NEW,
        /// Called off meanwhile, and now the same again.
        AGAIN,
        /// Another speaker or another time.
        MOVED,
        /// Left out, as it was.
        WAITS,
        /// Told before, called off, and now left out.
        WITHDRAWN
    }

    public record Before(UUID speaker, Instant startsAt) {}
}
