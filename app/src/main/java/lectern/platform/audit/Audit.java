package lectern.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// Writes who did what into the chain of the unit, in the transaction of the deed: neither is there without the other.
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Records a deed of the current actor (or of the public, or of the system itself) in the chain of the current
    /// scope's unit.
    ///
    /// @param act a verb of the domain, such as `publish-plan`
    /// @param detail what changed; never a phone number or a password
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, String subjectKind, Object subjectId, Map<String, ?> detail) {
        recordAt(Scopes.required().path(), act, subjectKind, subjectId, detail);
    }

    /// As [#record], in the chain of another unit inside the scope.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAt(String path, String act, String subjectKind, Object subjectId, Map<String, ?> detail) {
        var actor = Actor.current();
        jdbc.sql("""
                        insert into audit_entry (path, seq, at, actor_id, actor, act, subject_kind, subject_id, detail,
                                                 previous, hash)
                        values (:path, 0, :at, :actorId, :actor, :act, :kind, :subject, :detail::jsonb, '', '')
                        """)
                .param("path", path)
                .param("at", Timestamp.from(clock.instant()))
                .param("actorId", actor.map(Actor::accountId).orElse((UUID) null))
                .param(
                        "actor",
                        actor.map(Actor::name)
                                .orElse(RequestContextHolder.getRequestAttributes() == null ? "system" : "public"))
                .param("act", act)
                .param("kind", subjectKind)
                .param("subject", subjectId.toString())
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
