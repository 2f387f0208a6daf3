package lectern.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the audit in scope.
@Component
class AuditQueries {
    /// Rows of a page.
    static final int SIZE = 50;

    private static final TypeReference<java.util.LinkedHashMap<String, Object>> DETAIL = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final JdbcTemplate connections;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JdbcTemplate connections, JsonMapper json) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.json = json;
    }

    /// The latest deeds before a moment, one more than a page holds when there are more.
    ///
    /// @param act empty for any
    /// @param who part of a name; empty for anybody
    @Transactional(readOnly = true)
    public List<AuditEntry> before(Instant before, Instant from, String act, String who) {
        return jdbc.sql("""
                        select coalesce(u.name, e.path) as unit, e.path, e.seq, e.at, e.actor_id, e.actor, e.act, e.subject_kind,
                               e.subject_id, e.detail::text as detail
                        from audit_entry e left join unit_name u on u.path = e.path
                        where e.at < :before and e.at >= :from and (:act = '' or e.act = :act)
                          and (:who = '' or position(lower(:who) in lower(e.actor)) > 0)
                        order by e.at desc, e.path, e.seq desc limit :rows
                        """)
                .param("before", Timestamp.from(before))
                .param("from", Timestamp.from(from))
                .param("act", act)
                .param("who", who.strip())
                .param("rows", SIZE + 1)
                .query((row, number) -> entry(row))
                .list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("unit"),
                row.getString("path"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                json.readValue(row.getString("detail"), DETAIL));
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditCheck.Report check() {
        ConnectionCallback<AuditCheck.Report> check = AuditCheck::run;
        return java.util.Objects.requireNonNull(connections.execute(check));
    }
}
