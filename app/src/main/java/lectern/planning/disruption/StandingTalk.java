package lectern.planning.disruption;

import java.time.Instant;
import java.util.UUID;
import lectern.programme.OpenRequest;
import org.jspecify.annotations.Nullable;

/// A talk of the calendar as it can be planned again.
///
/// @param request its id is the talk's, its windows are those of what was asked for, beside the moment that is booked
record StandingTalk(OpenRequest request, @Nullable UUID speaker, Instant startsAt, Instant endsAt) {
    UUID id() {
        return request.id();
    }
}
