package lectern.programme.calendar.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import lectern.platform.database.Scope;

/// A feed as whoever knows its address may read it.
///
/// @param scope what its transactions see
/// @param subject of that kind: the unit, venue or plan
/// @param name of the calendar in the reader's program
record Feed(
        UUID id,
        Scope scope,
        FeedKind kind,
        UUID subject,
        String name,
        Locale locale,
        ZoneId zone,
        Instant createdAt) {}
