package lectern.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deed as the audit tells it.
///
/// @param unit name of the unit in whose chain it stands
/// @param seq its number in that chain
/// @param actorId null for the public and the system
/// @param actor who did it; `public` for somebody without an account, `system` for Lectern itself
/// @param act a verb, such as `publish-plan`; its words are at the message key `act.<act>`
public record AuditEntry(
        String unit,
        String path,
        long seq,
        Instant at,
        @Nullable UUID actorId,
        String actor,
        String act,
        String subjectKind,
        String subjectId,
        Map<String, Object> detail) {
    public boolean byNobody() {
        return actorId == null;
    }
}
