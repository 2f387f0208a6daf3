package lectern.programme.talk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /// A headcount that came in.
    ///
    /// @param kind REPORT, CORRECTION, DIFFERS (it does not count) or DECISION
    /// @param by empty for figures that came before names were kept
    /// @param at when it reached us: that time stands
    /// @param claimedAt when it was typed in, by the phone's clock
    /// @param ahead by how many seconds that clock was ahead when it sent
    /// @param waited seconds from typing to sending, as the phone measured them
    public record Reported(
            int people,
            String source,
            String reason,
            String kind,
            String by,
            Instant at,
            @Nullable Instant claimedAt,
            @Nullable Long ahead,
            @Nullable Long waited) {
        private static final long NOTICEABLE = 120;

        /// Whether the phone kept it for a while, or says another time than ours.
        public boolean cameLate() {
            return claimedAt != null && Math.abs(claimedAt.until(at, ChronoUnit.SECONDS)) > NOTICEABLE;
        }

        /// Whether the phone's clock was wrong enough to say so.
        public boolean clockWrong() {
            return ahead != null && Math.abs(ahead) > NOTICEABLE;
        }

        /// When it was typed in by our clock, as far as the phone lets us know.
        public @Nullable Instant typedAt() {
            if (waited != null) {
                return at.minusSeconds(waited);
            }
            return claimedAt == null || ahead == null ? null : claimedAt.minusSeconds(ahead);
        }
    }

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
        return jdbc.sql("""
                        select people, source, reason, kind, reporter, reported_at, claimed_at, clock_ahead, waited
                        from headcount where talk_id = :id order by reported_at, id
                        """)
                .param("id", talkId)
                .query((row, number) -> new Reported(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
                        row.getObject(8, Long.class),
                        row.getObject(9, Long.class)))
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
