package lectern.programme.desk;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.programme.DeskAct;
import lectern.programme.DeskItem;
import lectern.programme.DeskList;
import lectern.programme.DeskQueue;
import lectern.programme.talk.TalkCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Talks until tomorrow whose speaker has not answered: he is reminded on his page, or called.
@Component
class UnansweredQueue implements DeskQueue {
    private static final List<DeskAct> ACTS = List.of(
            new DeskAct("desk.remind", "/talks/{id}/remind", DeskAct.Kind.DO, 'm'),
            new DeskAct("desk.call", "/speakers/{person}/phone", DeskAct.Kind.REVEAL, 'c'));

    private final JdbcClient jdbc;
    private final TalkCounts counts;

    UnansweredQueue(JdbcClient jdbc, TalkCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "unanswered";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    @Transactional(readOnly = true)
    public DeskList read(Actor actor, Instant now, int limit) {
        var tomorrow = tomorrow(actor, now);
        return new DeskList(counts.unanswered(tomorrow, now), items(tomorrow, now, limit));
    }

    /// Those that were never reminded come first.
    private List<DeskItem> items(LocalDate until, Instant now, int limit) {
        return jdbc.sql("""
                        select t.id, s.speaker_id, u.name as unit, p.name as topic, s.name as speaker, t.starts_at, t.ends_at
                        from talk t
                        join unit u on u.id = t.unit_id
                        join topic p on p.id = t.topic_id
                        join visiting_speaker s on s.talk_id = t.id
                        where t.state = 'OFFERED' and t.starts_at >= :now and t.day <= :until
                        order by exists (select 1 from reminder r where r.talk_id = t.id), t.starts_at, t.id limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Date.valueOf(until))
                .param("limit", limit)
                .query((row, number) -> new DeskItem(
                        row.getObject("id", UUID.class),
                        row.getObject("speaker_id", UUID.class),
                        row.getString("unit") + " · " + row.getString("topic"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        0,
                        row.getString("speaker"),
                        "/talks/" + row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public String all(Actor actor, Instant now) {
        return "/talks?state=OFFERED&sort=day&to=" + tomorrow(actor, now);
    }

    private static LocalDate tomorrow(Actor actor, Instant now) {
        return LocalDate.ofInstant(now, actor.zone()).plusDays(1);
    }

    @Override
    public List<DeskAct> acts() {
        return ACTS;
    }
}
