package lectern.planning.substitute;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rows of askings.
@Component
class AskingRows {
    private final JdbcClient jdbc;

    AskingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(UUID talk, String path, List<UUID> speakers, int minutesEach, Actor actor, Instant now) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into asking (id, city_id, talk_id, path, scope_path, minutes_each, state, started_by, started_at)
                        values (:id, :city, :talk, :path, :scope, :minutes, 'RUNNING', :by, :at)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("talk", talk)
                .param("path", path)
                .param("scope", actor.path())
                .param("minutes", minutesEach)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into asking_step (asking_id, place, path, speaker_id, state)
                        select :id, place, :path, speaker, 'WAITING'
                        from unnest(:speakers::uuid[]) with ordinality as turn (speaker, place)
                        """)
                .param("id", id)
                .param("path", path)
                .param("speakers", speakers.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        return id;
    }

    /// The talk of an asking that goes on, as it stands now. Others who look at it wait.
    ///
    /// @param speaker who has it or is asked, or null
    record Standing(
            UUID asking,
            UUID talk,
            String path,
            int minutesEach,
            String state,
            @Nullable UUID speaker,
            Instant startsAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Standing> lock(UUID id) {
        return jdbc.sql("""
                        select a.id, a.talk_id, a.path, a.minutes_each, t.state, t.speaker_id, t.starts_at
                        from asking a join talk t on t.id = a.talk_id
                        where a.id = :id and a.state = 'RUNNING' for update of a
                        """)
                .param("id", id)
                .query((row, number) -> new Standing(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getTimestamp(7).toInstant()))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Asking> latest(UUID talk) {
        return jdbc.sql("""
                        select id, talk_id, state, minutes_each from asking where talk_id = :talk
                        order by started_at desc, id desc limit 1
                        """)
                .param("talk", talk)
                .query((row, number) -> new Asking(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        Asking.State.valueOf(row.getString(3)),
                        row.getInt(4),
                        steps(row.getObject(1, UUID.class))))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Asking.Step> steps(UUID asking) {
        return jdbc.sql("""
                        select k.place, k.speaker_id, coalesce(s.name, '–') as name, k.state, k.answer_by
                        from asking_step k left join speaker s on s.id = k.speaker_id
                        where k.asking_id = :asking order by k.place
                        """)
                .param("asking", asking)
                .query((row, number) -> new Asking.Step(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Asking.StepState.valueOf(row.getString(4)),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
                .list();
    }

    /// Whether he declined the talk when he was asked in this asking.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasDeclined(UUID talk, UUID speaker) {
        return jdbc.sql("""
                        select exists (select from offer where talk_id = :talk and speaker_id = :speaker and state = 'DECLINED')
                        """)
                .param("talk", talk)
                .param("speaker", speaker)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void asked(UUID asking, int place, Instant now, Instant answerBy) {
        jdbc.sql("""
                        update asking_step set state = 'ASKED', asked_at = :now, answer_by = :until
                        where asking_id = :asking and place = :place
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(answerBy))
                .param("asking", asking)
                .param("place", place)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void step(UUID asking, int place, Asking.StepState state) {
        jdbc.sql("update asking_step set state = :state where asking_id = :asking and place = :place")
                .param("state", state.name())
                .param("asking", asking)
                .param("place", place)
                .update();
    }

    /// Those whose turn has not come are not asked any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID asking, Asking.State state, Instant now) {
        jdbc.sql("update asking set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("id", asking)
                .update();
        jdbc.sql("update asking_step set state = 'STOPPED' where asking_id = :id and state in ('WAITING', 'ASKED')")
                .param("id", asking)
                .update();
    }
}
