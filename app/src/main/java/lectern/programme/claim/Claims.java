package lectern.programme.claim;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Bookings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens talks to claim, closes them, and gives one to whoever claims it first.
@Component
public class Claims {
    private record Looking(UUID id, UUID cityId, String path, Instant startsAt) {}

    private final JdbcClient jdbc;
    private final ClaimableTalks claimable;
    private final Bookings bookings;
    private final Audit audit;
    private final Clock clock;

    Claims(JdbcClient jdbc, ClaimableTalks claimable, Bookings bookings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.claimable = claimable;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /// Opens those of the talks that look for a speaker. One that is open stays as it is, so doing it again changes
    /// nothing.
    ///
    /// @return how many were opened
    @Transactional
    public int open(Collection<UUID> talks, int minTier, Actor actor) {
        var now = clock.instant();
        var looking = jdbc.sql("""
                        select id, city_id, path, starts_at from talk t
                        where id = any(:talks) and state = 'OPEN' and starts_at > :now
                          and not exists (select from claim_opening o where o.talk_id = t.id and o.closed_at is null)
                          and not exists (select from asking a where a.talk_id = t.id and a.state = 'RUNNING')
                        order by id for update
                        """)
                .param("talks", talks.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Looking(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
        if (looking.isEmpty()) {
            return 0;
        }
        insert(looking, minTier, actor, now);
        audit.record(
                "open-to-claim",
                "talk",
                looking.getFirst().id(),
                Map.of("talks", looking.stream().map(Looking::id).toList()));
        return looking.size();
    }

    /// The median is worked out once for each topic, level and month.
    private void insert(List<Looking> looking, int minTier, Actor actor, Instant now) {
        jdbc.sql("""
                        with opened as (
                            select t.id as talk_id, t.city_id, t.path, t.topic_id, u.level,
                                   date_trunc('month', t.day)::date as month, o.opening, o.all_from
                            from unnest(:ids::uuid[], :talks::uuid[], :alls::timestamptz[]) as o (opening, talk, all_from)
                            join talk t on t.id = o.talk join unit_name u on u.id = t.unit_id),
                        median as (
                            select k.topic_id, k.level, k.month,
                                   (select coalesce(percentile_disc(0.5) within group (order by n), 0)
                                    from talks_of_possible_speakers(k.topic_id, k.level, k.month) n) as talks
                            from (select distinct topic_id, level, month from opened) k)
                        insert into claim_opening (id, city_id, talk_id, path, min_tier, median, opened_by, opened_at, all_from)
                        select o.opening, o.city_id, o.talk_id, o.path, :tier, m.talks, :by, :now, o.all_from
                        from opened o join median m using (topic_id, level, month)
                        """)
                .param(
                        "ids",
                        looking.stream()
                                .map(each -> Identifiers.next().toString())
                                .toArray(String[]::new))
                .param(
                        "talks",
                        looking.stream().map(each -> each.id().toString()).toArray(String[]::new))
                .param(
                        "alls",
                        looking.stream()
                                .map(each -> Timestamp.from(ClaimRule.allFrom(now, each.startsAt())))
                                .toArray(Timestamp[]::new))
                .param("tier", minTier)
                .param("by", actor.accountId())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Nobody may claim it any more; the talk goes on looking for a speaker.
    ///
    /// @throws Refusal 404 when it is out of scope
    @Transactional
    public void close(UUID opening) {
        var path = jdbc.sql("select path from claim_opening where id = :id")
                .param("id", opening)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        var closed = jdbc.sql("""
                        update claim_opening set closed_at = :now, closed_because = 'CLOSED'
                        where id = :id and closed_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", opening)
                .update();
        if (closed == 1) {
            audit.recordAt(path, "close-claim", "claim", opening, Map.of());
        }
    }

    /// Gives the talk to the speaker. Runs in the scope of the host; two at once come one after the other, and the
    /// second reads that it is gone.
    ///
    /// @throws Refusal 409 with the reason when he may not have it
    @Transactional
    public void claim(UUID talkId, UUID speaker, Actor actor) {
        var now = clock.instant();
        // Two claims of one speaker are counted one after the other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('claim ' || :speaker, 0))")
                .param("speaker", speaker.toString())
                .query((row, number) -> number)
                .list();
        var opening = jdbc.sql("select id from claim_opening where talk_id = :talk and closed_at is null for update")
                .param("talk", talkId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("claim.gone"));
        var talk = claimable.find(talkId, now).orElseThrow(() -> Refusal.conflict("claim.notNow"));
        if (talk.weekFull()) {
            throw Refusal.conflict("claim.weekFull", ClaimRule.WEEK_CAP);
        }
        if (talk.mineFrom().isAfter(now)) {
            throw Refusal.conflict("claim.headStart", when(talk.mineFrom(), actor));
        }
        bookings.claim(talkId, speaker);
        jdbc.sql("""
                        update claim_opening set closed_at = :now, closed_because = 'TAKEN', taken_by = :speaker
                        where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("speaker", speaker)
                .param("id", opening)
                .update();
        audit.record("claim-talk", "talk", talkId, Map.of("speaker", speaker));
    }

    private static String when(Instant moment, Actor actor) {
        return java.time.format.DateTimeFormatter.ofPattern("MM-dd HH:mm").format(moment.atZone(actor.zone()));
    }
}
