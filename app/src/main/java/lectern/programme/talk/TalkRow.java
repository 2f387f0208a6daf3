package lectern.programme.talk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk in a list.
///
/// @param speaker null while nobody is found
/// @param attendance null until the headcount is in
public record TalkRow(
        UUID id,
        String topic,
        String unit,
        String venue,
        @Nullable String speaker,
        Instant startsAt,
        Instant endsAt,
        TalkState state,
        @Nullable Integer attendance) {}
