package lectern.programme.request;

import java.util.List;
import java.util.UUID;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;

/// A request that is about to be made.
///
/// @param origin KEEPER, CITIZEN or OFFICER
/// @param phone plain; it is sealed before it is stored
record Asking(
        UUID cityId,
        UUID unitId,
        String path,
        UUID venueId,
        UUID topicId,
        String segment,
        int minutes,
        int expected,
        String note,
        String origin,
        String contactName,
        @Nullable String phone,
        @Nullable UUID askedBy,
        List<Window> windows) {}
