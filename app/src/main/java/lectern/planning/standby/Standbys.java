package lectern.planning.standby;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.org.Unit;
import lectern.people.SpeakerNames;
import lectern.people.SpeakerPool;
import lectern.planning.problem.Horizon;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.BookedTalks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes who should stand by, and asks them.
@Component
public class Standbys {
    /// So many stand by for one area and day.
    public static final int MOST = 3;

    /// So many days of a month nobody stands by more.
    public static final int MOST_DAYS = 2;

    private final JdbcClient jdbc;
    private final SpeakerPool pool;
    private final SpeakerNames names;
    private final BookedTalks booked;
    private final Audit audit;
    private final Clock clock;

    Standbys(JdbcClient jdbc, SpeakerPool pool, SpeakerNames names, BookedTalks booked, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.names = names;
        this.booked = booked;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who was asked to stand by.
    ///
    /// @param state ASKED, AGREED or DECLINED
    public record Row(UUID id, UUID speaker, String name, String state) {}

    @Transactional(readOnly = true)
    public List<Row> asked(Unit area, LocalDate day) {
        return jdbc.sql("""
                        select b.id, b.speaker_id as speaker, coalesce(s.name, '–') as name, b.state
                        from standby b left join speaker s on s.id = b.speaker_id
                        where b.unit_id = :unit and b.day = :day and b.state <> 'WITHDRAWN' order by b.asked_at, b.id
                        """)
                .param("unit", area.id())
                .param("day", day)
                .query(Row.class)
                .list();
    }

    @Transactional(readOnly = true)
    public StandbyProposal propose(Unit area, LocalDate day, Actor actor) {
        var horizon = Horizon.of(day, day, actor.zone());
        var rows = asked(area, day);
        var ready = rows.stream()
                .filter(row -> !row.state().equals("DECLINED"))
                .map(Row::speaker)
                .collect(Collectors.toSet());
        // Whoever stands by elsewhere that day, or declined, is not asked.
        var away = new HashSet<>(standingBy(day));
        away.removeAll(ready);
        rows.stream().filter(row -> row.state().equals("DECLINED")).forEach(row -> away.add(row.speaker()));
        var able = pool.between(horizon.from(), horizon.to()).stream()
                .filter(speaker -> !speaker.shifts().isEmpty() && !away.contains(speaker.id()))
                .toList();
        return new StandbyCover(
                        talks(area, day), booked.between(horizon.from(), horizon.to()), days(YearMonth.from(day)))
                .of(able, ready, MOST, MOST_DAYS);
    }

    private List<StandbyCover.Needy> talks(Unit area, LocalDate day) {
        return jdbc.sql("""
                        select t.id, t.topic_id as topic, u.level, v.lat, v.lon, t.starts_at, t.ends_at
                        from talk t join unit_name u on u.id = t.unit_id join venue v on v.id = t.venue_id
                        where starts_with(t.path, :path) and t.day = :day and t.state in ('OFFERED', 'ACCEPTED', 'OPEN')
                        """)
                .param("path", area.path())
                .param("day", day)
                .query((row, number) -> new StandbyCover.Needy(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    private Set<UUID> standingBy(LocalDate day) {
        return jdbc.sql("select speaker_id from standby_burden where day = :day")
                .param("day", day)
                .query(UUID.class)
                .set();
    }

    private Map<UUID, Integer> days(YearMonth month) {
        record Burden(UUID speaker, int days) {}
        return jdbc
                .sql("""
                        select speaker_id as speaker, count(*)::int as days from standby_burden
                        where day between :first and :last group by speaker_id
                        """)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Burden.class)
                .stream()
                .collect(Collectors.toMap(Burden::speaker, Burden::days));
    }

    /// Asks them to keep the day free. Who is asked already is left as he is.
    ///
    /// @throws Refusal when a day is over, one of them is out of scope, or has enough such days that month
    @Transactional
    public void ask(Unit area, LocalDate day, List<UUID> speakers, Actor actor) {
        if (day.isBefore(LocalDate.ofInstant(clock.instant(), actor.zone()))) {
            throw Refusal.invalid("standby.past");
        }
        var known = names.of(speakers);
        var days = days(YearMonth.from(day));
        var already = standingBy(day);
        for (var speaker : speakers.stream().distinct().toList()) {
            var name = known.get(speaker);
            if (name == null) {
                throw Refusal.notFound();
            }
            if (already.contains(speaker)) {
                continue;
            }
            if (days.getOrDefault(speaker, 0) >= MOST_DAYS) {
                throw Refusal.conflict("standby.enough", name.name(), MOST_DAYS);
            }
            insert(area, day, speaker, actor, name.name());
        }
        audit.recordAt(
                area.path(), "ask-standby", "unit", area.id(), Map.of("day", day.toString(), "speakers", speakers));
    }

    private void insert(Unit area, LocalDate day, UUID speaker, Actor actor, String name) {
        try {
            jdbc.sql("""
                            insert into standby (id, city_id, unit_id, path, day, speaker_id, state, asked_by, asked_at)
                            values (:id, :city, :unit, :path, :day, :speaker, 'ASKED', :by, :at)
                            """)
                    .param("id", Identifiers.next())
                    .param("city", actor.cityId())
                    .param("unit", area.id())
                    .param("path", area.path())
                    .param("day", day)
                    .param("speaker", speaker)
                    .param("by", actor.accountId())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException atOnce) {
            throw Refusal.conflict("standby.already", name);
        }
    }

    /// He need not stand by any more. Doing it again changes nothing.
    @Transactional
    public void withdraw(UUID id) {
        var path = jdbc.sql("select path from standby where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        var done = jdbc.sql("""
                        update standby set state = 'WITHDRAWN', answered_at = :at
                        where id = :id and state in ('ASKED', 'AGREED')
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (done == 1) {
            audit.recordAt(path, "withdraw-standby", "standby", id, Map.of());
        }
    }

    /// The speaker's answer; he may take back that he agreed until the day has come.
    ///
    /// @throws Refusal 409 when he is no longer asked
    @Transactional
    public void answer(UUID id, UUID speaker, boolean agrees) {
        var answered = jdbc.sql("""
                        update standby set state = :state, answered_at = :at
                        where id = :id and speaker_id = :speaker and state in ('ASKED', 'AGREED')
                        """)
                .param("state", agrees ? "AGREED" : "DECLINED")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("speaker", speaker)
                .update();
        if (answered == 0) {
            throw Refusal.conflict("standby.over");
        }
        audit.record(agrees ? "agree-standby" : "decline-standby", "standby", id, Map.of());
    }
}
