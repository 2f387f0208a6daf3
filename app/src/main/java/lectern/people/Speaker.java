package lectern.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who gives talks.
///
/// @param path of the unit
/// @param source code in the dictionary of sources
/// @param tier the rank of the step on the ladder
/// @param phoneTail the last four digits; the number itself is opened by [Speakers#revealPhone] only
/// @param lat of the home, degrees WGS 84
/// @param serves levels of units that the speaker goes to
/// @param monthLimit talks a month at most
/// @param retired no longer offered
public record Speaker(
        UUID id,
        UUID unitId,
        String unitName,
        String path,
        String name,
        @Nullable Integer birthYear,
        String source,
        int tier,
        @Nullable String phoneTail,
        @Nullable Double lat,
        @Nullable Double lon,
        List<String> serves,
        int monthLimit,
        boolean retired) {
    public boolean hasHome() {
        return lat != null && lon != null;
    }
}
