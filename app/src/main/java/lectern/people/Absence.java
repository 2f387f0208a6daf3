package lectern.people;

import java.time.Instant;
import java.util.UUID;

/// A time in which a speaker cannot come, whatever his free times say.
///
/// @param endsAt not included
public record Absence(UUID id, UUID speakerId, String speaker, Instant startsAt, Instant endsAt, String note) {}
