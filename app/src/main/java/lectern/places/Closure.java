package lectern.places;

import java.time.Instant;
import java.util.UUID;

/// A time in which a venue is closed.
///
/// @param endsAt not included
public record Closure(UUID id, UUID venueId, String venue, Instant startsAt, Instant endsAt, String note) {}
