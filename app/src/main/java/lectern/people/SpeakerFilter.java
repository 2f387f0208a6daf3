package lectern.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which speakers a list shows.
///
/// @param q part of the name
/// @param source empty for any
/// @param tier 0 for any
/// @param below path of a unit; empty for the whole scope
/// @param freeFrom with freeTo: only those who have time between the two
/// @param sort `name`, `tier`, `born`, each with a minus for the other way round
record SpeakerFilter(
        String q,
        String source,
        int tier,
        @Nullable UUID topic,
        String below,
        @Nullable Instant freeFrom,
        @Nullable Instant freeTo,
        boolean retired,
        String sort) {}
