package lectern.programme.calendar.feed;

import java.time.Instant;
import java.util.UUID;

/// A feed as its maker sees it; its address is known to nobody here.
public record FeedRow(UUID id, FeedKind kind, String name, Instant createdAt) {}
