package lectern.programme.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;

/// A request as its page shows it.
///
/// @param contactTail the last digits of the contact's phone, or null
/// @param talkId the talk that came of it, or null
public record Request(
        UUID id,
        UUID unitId,
        String path,
        String unit,
        UUID venueId,
        String venue,
        UUID topicId,
        String topic,
        String segment,
        int minutes,
        int expected,
        int priority,
        String note,
        String origin,
        String contactName,
        @Nullable String contactTail,
        RequestState state,
        String reason,
        Instant askedAt,
        @Nullable UUID talkId,
        List<Window> windows) {}
