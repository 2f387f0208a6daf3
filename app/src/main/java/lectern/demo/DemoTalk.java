package lectern.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk of the demo city.
record DemoTalk(
        UUID id,
        DemoVenue venue,
        DemoTopic topic,
        String segment,
        @Nullable DemoSpeaker speaker,
        @Nullable UUID requestId,
        LocalDate day,
        Instant startsAt,
        String state,
        int people) {
    Instant endsAt() {
        return startsAt.plusSeconds(60L * topic.minutes());
    }
}
