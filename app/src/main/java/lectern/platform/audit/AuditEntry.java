package lectern.platform.audit;

import java.time.Instant;
import java.util.Map;

/// A deed as the audit tells it.
///
/// @param unit name of the unit in whose chain it stands
/// @param seq its number in that chain
/// @param actor who did it; `public` for somebody without an account
/// @param act a verb, such as `publish-plan`; its words are at the message key `act.<act>`
public record AuditEntry(
        String unit,
        String path,
        long seq,
        Instant at,
        String actor,
        String act,
        String subjectKind,
        String subjectId,
        Map<String, Object> detail) {}
