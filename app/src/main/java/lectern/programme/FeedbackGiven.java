package lectern.programme;

import java.time.LocalDate;
import java.util.UUID;

/// Somebody rated a talk.
///
/// @param path of the host's unit
/// @param day the local day of the talk
public record FeedbackGiven(UUID talkId, UUID cityId, String path, LocalDate day) {}
