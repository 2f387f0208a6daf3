package lectern.programme;

import java.time.LocalDate;
import java.util.UUID;

/// A talk will not take place.
///
/// @param path of the host's unit
/// @param day the local day of the talk
public record TalkCancelled(UUID talkId, UUID cityId, String path, LocalDate day) {}
