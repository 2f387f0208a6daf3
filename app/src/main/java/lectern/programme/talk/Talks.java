package lectern.programme.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.web.Refusal;
import lectern.programme.TalkCancelled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What can be done with a talk that stands in the calendar.
@Component
public class Talks {
    private final JdbcClient jdbc;
    private final TalkQueries queries;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Talks(JdbcClient jdbc, TalkQueries queries, Audit audit, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /// Calls a talk off.
    ///
    /// @param withdrawn whether the host no longer wants it; else its request waits to be planned again
    /// @throws Refusal 409 once it was held or cancelled
    @Transactional
    public void cancel(UUID id, String reason, boolean withdrawn) {
        if (reason.isBlank() || reason.length() > 500) {
            throw Refusal.invalid("talk.reason.needed");
        }
        var talk = queries.find(id).orElseThrow(Refusal::notFound);
        var cancelled = jdbc.sql("""
                        update talk set state = 'CANCELLED', reason = :reason
                        where id = :id and state in ('OFFERED', 'ACCEPTED', 'OPEN')
                        """).param("reason", reason).param("id", id).update();
        if (cancelled == 0) {
            throw Refusal.conflict("talk.over");
        }
        jdbc.sql(
                        "update offer set state = 'WITHDRAWN', answered_at = :at where talk_id = :id and state in ('ASKED', 'ACCEPTED')")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        jdbc.sql(
                        "update request set state = case when :withdrawn then 'WITHDRAWN' else 'APPROVED' end where id = (select request_id from talk where id = :id) and state = 'SCHEDULED'")
                .param("withdrawn", withdrawn)
                .param("id", id)
                .update();
        audit.recordAt(talk.path(), "cancel-talk", "talk", id, Map.of("reason", reason, "withdrawn", withdrawn));
        news.publishEvent(new TalkCancelled(id, talk.cityId(), talk.path(), talk.day()));
    }

    /// The speaker will come.
    ///
    /// @throws Refusal 409 when he is no longer asked
    @Transactional
    public void accept(UUID id, UUID speakerId) {
        answer(id, speakerId, "ACCEPTED", "");
        jdbc.sql("update talk set state = 'ACCEPTED' where id = :id")
                .param("id", id)
                .update();
        audit.record("accept-talk", "talk", id, Map.of());
    }

    /// The speaker cannot come; the talk goes back to the officer.
    ///
    /// @throws Refusal 409 when he is no longer asked
    @Transactional
    public void decline(UUID id, UUID speakerId, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw Refusal.invalid("talk.reason.needed");
        }
        answer(id, speakerId, "DECLINED", reason);
        jdbc.sql("update talk set state = 'OPEN', speaker_id = null, reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
        audit.record("decline-talk", "talk", id, Map.of("reason", reason));
    }

    private void answer(UUID id, UUID speakerId, String state, String reason) {
        // An accepted talk may still be declined before it begins.
        var answered = jdbc.sql("""
                        update offer o set state = :state, reason = :reason, answered_at = :at
                        from talk t
                        where o.talk_id = :id and o.speaker_id = :speaker and t.id = o.talk_id and t.speaker_id = :speaker
                          and t.state in ('OFFERED', 'ACCEPTED') and t.starts_at > :at
                          and (o.state = 'ASKED' or o.state = 'ACCEPTED' and :state = 'DECLINED')
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("speaker", speakerId)
                .update();
        if (answered == 0) {
            throw Refusal.conflict("talk.answered");
        }
    }
}
