package lectern.programme.station;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two figures for one talk: the first stands, the other arrived later from somebody who did not know of it.
///
/// @param id of the report that arrived later
public record HeadcountConflict(
        UUID id, UUID talkId, String topic, String unit, Instant startsAt, Told standing, Told later) {
    /// A figure, who told it, and when it reached us.
    ///
    /// @param by empty for figures that came before names were kept
    public record Told(
            int people, String source, String by, @Nullable Instant at) {}
}
