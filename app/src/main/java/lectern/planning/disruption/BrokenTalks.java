package lectern.planning.disruption;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What breaks, in scope.
@Component
class BrokenTalks {
    /// So many are shown and mended at a time, the most urgent first.
    static final int MOST = 60;

    private final JdbcClient jdbc;

    BrokenTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Talks that have not begun, the earliest first; each once, whatever hits it.
    @Transactional(readOnly = true)
    public List<BrokenTalk> after(Instant now) {
        return jdbc.sql("""
                        select t.id, b.cause, b.cause_id, p.name as topic, u.name as unit, v.name as venue, s.name as speaker,
                               t.starts_at, t.ends_at, t.state
                        from (select distinct on (talk_id) talk_id, cause, cause_id from broken_talk
                              where starts_at > :now order by talk_id, cause desc, cause_id) b
                        join talk t on t.id = b.talk_id
                        join topic p on p.id = t.topic_id
                        join unit_name u on u.id = t.unit_id
                        join venue v on v.id = t.venue_id
                        left join visiting_speaker s on s.talk_id = t.id
                        order by t.starts_at, t.id limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query((row, number) -> new BrokenTalk(
                        row.getObject("id", UUID.class),
                        Cause.valueOf(row.getString("cause")),
                        row.getObject("cause_id", UUID.class),
                        row.getString("topic"),
                        row.getString("unit"),
                        row.getString("venue"),
                        row.getString("speaker"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("state").equals("ACCEPTED")))
                .list();
    }

    /// The same for the talks that look for a speaker while nobody is asked and nobody may claim them.
    @Transactional(readOnly = true)
    public List<BrokenTalk> withoutSpeaker(Instant now) {
        return jdbc.sql("""
                        select t.id, p.name as topic, u.name as unit, v.name as venue, t.starts_at, t.ends_at
                        from talk t
                        join topic p on p.id = t.topic_id
                        join unit_name u on u.id = t.unit_id
                        join venue v on v.id = t.venue_id
                        where t.state = 'OPEN' and t.starts_at > :now
                          and not exists (select from asking a where a.talk_id = t.id and a.state = 'RUNNING')
                          and not exists (select from claim_opening c where c.talk_id = t.id and c.closed_at is null)
                        order by t.starts_at, t.id limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query((row, number) -> new BrokenTalk(
                        row.getObject("id", UUID.class),
                        Cause.NOBODY,
                        null,
                        row.getString("topic"),
                        row.getString("unit"),
                        row.getString("venue"),
                        null,
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        false))
                .list();
    }

    /// What keeps one talk from being held; empty when nothing does.
    ///
    /// @throws Refusal 404 when it is out of scope
    @Transactional(readOnly = true)
    public Optional<Cause> causeOf(UUID talk, Instant now) {
        return jdbc.sql("""
                        select coalesce((select max(b.cause) from broken_talk b where b.talk_id = t.id and b.starts_at > :now),
                                        '')
                        from talk t where t.id = :talk
                        """)
                .param("talk", talk)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional()
                .map(cause -> cause.isEmpty() ? Optional.<Cause>empty() : Optional.of(Cause.valueOf(cause)))
                .orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public long count(Instant now) {
        return jdbc.sql("select count(distinct talk_id) from broken_talk where starts_at > :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
