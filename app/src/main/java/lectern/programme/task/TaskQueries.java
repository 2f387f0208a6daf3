package lectern.programme.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.programme.talk.TalkState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the talks of the speaker who is acting, through the view that shows him his own wherever they are.
@Component
class TaskQueries {
    private static final String TASK = """
            select talk_id, city_id, path, starts_at, ends_at, state, topic, venue, address, unit, expected, note, attendance,
                   (select r.sent_at from speaker_reminder r where r.talk_id = speaker_task.talk_id) as reminded_at,
                   (select max(o.answer_by) from speaker_offer o
                    where o.talk_id = speaker_task.talk_id and o.state = 'ASKED') as answer_by
            from speaker_task
            """;

    private final JdbcClient jdbc;

    TaskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Task> coming(Instant now) {
        return jdbc.sql(TASK
                        + " where ends_at >= :now and state in ('OFFERED', 'ACCEPTED') order by starts_at limit 50")
                .param("now", Timestamp.from(now))
                .query((row, number) -> task(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Task> past(Instant now) {
        return jdbc.sql(TASK
                        + " where ends_at < :now and state in ('ACCEPTED', 'HELD') order by starts_at desc limit 20")
                .param("now", Timestamp.from(now))
                .query((row, number) -> task(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Task> find(UUID talkId) {
        return jdbc.sql(TASK + " where talk_id = :id")
                .param("id", talkId)
                .query((row, number) -> task(row))
                .optional();
    }

    /// Whether he was asked for it once and is no longer: his time was up, or somebody else was asked.
    @Transactional(readOnly = true)
    public boolean wasAsked(UUID talkId) {
        return jdbc.sql("select exists (select from speaker_offer where talk_id = :id)")
                .param("id", talkId)
                .query(Boolean.class)
                .single();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("talk_id", UUID.class),
                row.getObject("city_id", UUID.class),
                row.getString("path"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                TalkState.valueOf(row.getString("state")),
                row.getString("topic"),
                row.getString("venue"),
                row.getString("address"),
                row.getString("unit"),
                number(row, "expected"),
                row.getString("note"),
                number(row, "attendance"),
                moment(row, "reminded_at"),
                moment(row, "answer_by"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
