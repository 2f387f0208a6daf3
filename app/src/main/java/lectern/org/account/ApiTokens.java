package lectern.org.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.Secrets;
import lectern.platform.Sha256;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The tokens that were given out: each reads what its unit may see, and nothing else.
@Component
public class ApiTokens {
    /// A token as it is listed; what it is, is known to its holder only.
    public record Row(UUID id, String name, String unitName, Instant createdAt) {}

    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Row> list() {
        return jdbc.sql("""
                        select t.id, t.name, u.name as unit_name, t.created_at
                        from api_token t join unit_name u on u.id = t.unit_id
                        where t.revoked_at is null order by t.created_at desc limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("unit_name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /// @return the token, which nobody can read again
    @Transactional
    public String make(String name, Unit unit) {
        var id = Identifiers.next();
        var token = Secrets.random();
        jdbc.sql("""
                        insert into api_token (id, city_id, unit_id, path, name, token_hash, created_at)
                        values (:id, :city, :unit, :path, :name, :hash, :now)
                        """)
                .param("id", id)
                .param("city", unit.cityId())
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("name", name)
                .param("hash", Sha256.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("make-token", "token", id, Map.of("name", name, "unit", unit.name()));
        return token;
    }

    @Transactional
    public void revoke(UUID id) {
        var revoked = jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (revoked == 0) {
            throw Refusal.notFound();
        }
        audit.record("revoke-token", "token", id, Map.of());
    }
}
