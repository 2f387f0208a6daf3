package lectern.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A speaker in the list.
///
/// @param topics how many the speaker speaks about
/// @param freeDays of the next four weeks
public record SpeakerRow(
        UUID id,
        String name,
        String unitName,
        String source,
        int tier,
        @Nullable Integer birthYear,
        int topics,
        int freeDays,
        int monthLimit,
        boolean retired) {}
