package lectern.programme.task;

import java.time.Instant;
import java.util.UUID;
import lectern.programme.talk.TalkState;
import org.jspecify.annotations.Nullable;

/// A talk as its speaker sees it.
///
/// @param path of the host's unit
/// @param remindedAt when the officer last asked him to answer
/// @param answerBy until when his answer is awaited; then somebody else is asked
public record Task(
        UUID talkId,
        UUID cityId,
        String path,
        Instant startsAt,
        Instant endsAt,
        TalkState state,
        String topic,
        String venue,
        String address,
        String unit,
        @Nullable Integer expected,
        @Nullable String note,
        @Nullable Integer attendance,
        @Nullable Instant remindedAt,
        @Nullable Instant answerBy) {}
