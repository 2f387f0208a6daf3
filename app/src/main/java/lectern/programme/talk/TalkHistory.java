package lectern.programme.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happened to a talk: who was asked, what was reported, what listeners wrote.
@Component
public class TalkHistory {
    /// @param speaker null when the reader may not see who it was
    public record Asked(
            @Nullable String speaker,
            String state,
            String reason,
            Instant askedAt,
            @Nullable Instant answeredAt) {}

    public record Reported(int people, String source, String reason, Instant at) {}

    private final JdbcClient jdbc;

    TalkHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Asked> asked(UUID talkId) {
        return jdbc.sql("""
                        select coalesce(s.name, v.name) as speaker, o.state, o.reason, o.asked_at, o.answered_at
                        from offer o
                        left join speaker s on s.id = o.speaker_id
                        left join visiting_speaker v on v.talk_id = o.talk_id and v.speaker_id = o.speaker_id
                        where o.talk_id = :id order by o.asked_at
                        """)
                .param("id", talkId)
                .query((row, number) -> new Asked(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Reported> reported(UUID talkId) {
        return jdbc.sql(
                        "select people, source, reason, reported_at from headcount where talk_id = :id order by reported_at")
                .param("id", talkId)
                .query((row, number) -> new Reported(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /// What listeners wrote, without anything about who they are.
    @Transactional(readOnly = true)
    public List<String> comments(UUID talkId) {
        return jdbc.sql("select comment from feedback where talk_id = :id and comment <> '' order by at desc limit 20")
                .param("id", talkId)
                .query(String.class)
                .list();
    }
}
