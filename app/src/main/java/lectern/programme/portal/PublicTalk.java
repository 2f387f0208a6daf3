package lectern.programme.portal;

import java.time.Instant;
import java.util.UUID;

/// A talk as anybody may know it.
public record PublicTalk(
        UUID id,
        String topic,
        String unit,
        String venue,
        String address,
        String speaker,
        Instant startsAt,
        Instant endsAt) {}
