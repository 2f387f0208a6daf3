package lectern.programme.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk that the speaker who looks could take.
///
/// @param way minutes from his home
/// @param mineFrom from when he may claim it
/// @param weekFull whether he has claimed as many of that week as anybody may
public record ClaimableTalk(
        UUID talkId,
        UUID cityId,
        String path,
        Instant startsAt,
        Instant endsAt,
        LocalDate day,
        String topic,
        String venue,
        String address,
        String unit,
        @Nullable Integer expected,
        int way,
        Instant mineFrom,
        boolean weekFull) {
    public boolean mayNow(Instant now) {
        return !weekFull && !mineFrom.isAfter(now);
    }
}
