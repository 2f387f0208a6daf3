package lectern.programme.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks a speaker again to answer. He sees it with the talk, not more often than every few hours.
@Component
class Reminders {
    private static final Duration APART = Duration.ofHours(3);
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Refusal 409 when he has answered, or was reminded a moment ago
    @Transactional
    public void remind(Actor actor, UUID talkId) {
        var now = clock.instant();
        var lately = jdbc.sql("select count(*) from reminder where talk_id = :id and sent_at > :since")
                .param("id", talkId)
                .param("since", Timestamp.from(now.minus(APART)))
                .query(Long.class)
                .single();
        if (lately > 0) {
            throw Refusal.conflict("talk.reminded.lately", APART.toHours());
        }
        var sent = jdbc.sql("""
                        insert into reminder (id, city_id, talk_id, path, speaker_id, sent_by, sent_at)
                        select :id, city_id, id, path, speaker_id, :by, :at from talk
                        where id = :talk and state = 'OFFERED' and starts_at > :at
                        """)
                .param("id", Identifiers.next())
                .param("by", actor.accountId())
                .param("at", Timestamp.from(now))
                .param("talk", talkId)
                .update();
        if (sent == 0) {
            throw Refusal.conflict("talk.answered.already");
        }
        audit.record("remind-speaker", "talk", talkId, Map.of());
    }
}
