package lectern.programme.station;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.HeadcountReported;
import lectern.programme.talk.Talk;
import lectern.programme.talk.TalkState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the host's report of how many came. A correction is a new row; the old one stays.
@Component
class Headcounts {
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Headcounts(JdbcClient jdbc, Commands commands, Audit audit, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /// @throws Refusal 409 before the talk has begun, or when it was cancelled
    @Transactional
    public void report(Actor actor, Talk talk, UUID key, int people, HeadcountSource source, String reason) {
        var body = talk.id() + " " + people + " " + source + " " + reason;
        commands.once(key, body, () -> {
            take(actor, talk, key, people, source, reason);
            return "taken";
        });
    }

    private void take(Actor actor, Talk talk, UUID key, int people, HeadcountSource source, String reason) {
        if (talk.state() != TalkState.ACCEPTED && talk.state() != TalkState.HELD) {
            throw Refusal.conflict("headcount.notTakingPlace");
        }
        if (talk.startsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("headcount.tooEarly");
        }
        jdbc.sql("""
                        insert into headcount (id, city_id, talk_id, path, source, people, reason, reported_by, reported_at)
                        values (:id, :city, :talk, :path, :source, :people, :reason, :by, :at)
                        """)
                .param("id", key)
                .param("city", talk.cityId())
                .param("talk", talk.id())
                .param("path", talk.path())
                .param("source", source.name())
                .param("people", people)
                .param("reason", reason)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        update talk set state = 'HELD', attendance = :people, attendance_source = :source
                        where id = :id and state in ('ACCEPTED', 'HELD')
                        """)
                .param("people", people)
                .param("source", source.name())
                .param("id", talk.id())
                .update();
        audit.recordAt(talk.path(), "report-headcount", "talk", talk.id(), Map.of("people", people, "source", source));
        news.publishEvent(new HeadcountReported(talk.id(), talk.cityId(), talk.path(), talk.day()));
    }
}
