package lectern.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `job`.
@Component
class JobRecords {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobRecords(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(Actor actor, String kind, @Nullable UUID subjectId) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into job (id, city_id, path, kind, subject_id, started_by, created_at)
                        values (:id, :city, :path, :kind, :subject, :by, :at)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("path", actor.path())
                .param("kind", kind)
                .param("subject", subjectId)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(UUID id, int thousandths, Map<String, ?> detail) {
        jdbc.sql("update job set done = :done, detail = :detail::jsonb where id = :id and state = 'RUNNING'")
                .param("done", thousandths)
                .param("detail", json.writeValueAsString(detail))
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(UUID id) {
        jdbc.sql("update job set state = 'RUNNING', done = 0 where id = :id and finished_at is null")
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void end(UUID id, Job.State state, @Nullable Map<String, ?> detail) {
        jdbc.sql("""
                        update job set state = :state, finished_at = :at, detail = coalesce(:detail::jsonb, detail),
                            done = case when :state = 'DONE' then 1000 else done end
                        where id = :id
                        """)
                .param("state", state.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("detail", detail == null ? null : json.writeValueAsString(detail))
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public boolean isCancelAsked(UUID id) {
        return jdbc.sql("select cancel_asked from job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Transactional
    public void askToCancel(UUID id) {
        jdbc.sql("update job set cancel_asked = true where id = :id and finished_at is null")
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(UUID id) {
        return jdbc.sql("""
                        select id, city_id, path, kind, subject_id, state, done, detail, cancel_asked, started_by, created_at
                        from job where id = :id
                        """).param("id", id).query((row, number) -> job(row)).optional();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getObject("city_id", UUID.class),
                row.getString("path"),
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                Job.State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getString("detail"),
                row.getBoolean("cancel_asked"),
                row.getObject("started_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }
}
