package lectern.programme;

import java.time.LocalDate;
import java.util.UUID;

/// A talk has its headcount, or a corrected one.
///
/// @param path of the host's unit
/// @param day the local day of the talk
public record HeadcountReported(UUID talkId, UUID cityId, String path, LocalDate day) {}
