package lectern.people.availability;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lectern.people.Shift;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// When a speaker has time. Setting the same twice changes nothing, so a phone may send it again.
@Component
public class FreeTimes {
    private static final int DAYS_AHEAD = 183;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    FreeTimes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whole weeks from the Monday on or before that day, in one query.
    @Transactional(readOnly = true)
    public List<List<FreeDay>> weeks(UUID speakerId, LocalDate from, int weeks, ZoneId zone) {
        var monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var shown = from.equals(monday) ? weeks : weeks + 1;
        var shifts = shifts(
                speakerId,
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(shown).atStartOfDay(zone).toInstant());
        return IntStream.range(0, shown)
                .mapToObj(week -> IntStream.range(0, 7)
                        .mapToObj(day -> FreeDay.of(monday.plusWeeks(week).plusDays(day), shifts, zone))
                        .toList())
                .toList();
    }

    @Transactional(readOnly = true)
    public FreeDay day(UUID speakerId, LocalDate day, ZoneId zone) {
        var shifts = shifts(
                speakerId,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return FreeDay.of(day, shifts, zone);
    }

    private List<Shift> shifts(UUID speakerId, Instant from, Instant to) {
        return jdbc.sql("""
                        select starts_at, ends_at from availability
                        where speaker_id = :speaker and starts_at < :to and ends_at > :from
                        order by starts_at
                        """)
                .param("speaker", speakerId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Shift(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    private record Owner(UUID cityId, String path) {}

    /// Makes a part of some days free or busy; days that are over are left as they are.
    ///
    /// @throws Refusal when the speaker is out of scope or retired, or a day lies too far ahead
    @Transactional
    public void set(UUID speakerId, List<LocalDate> days, List<DayPart> parts, boolean free, ZoneId zone) {
        // The lock makes two changes of one speaker wait for each other.
        var owner = jdbc.sql("""
                        select city_id, path from speaker where id = :id and retired_at is null for update
                        """)
                .param("id", speakerId)
                .query(Owner.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        for (var day : days) {
            if (day.isAfter(today.plusDays(DAYS_AHEAD))) {
                throw Refusal.invalid("free.tooFar");
            }
            if (!day.isBefore(today)) {
                parts.forEach(part -> set(speakerId, owner, part.startsAt(day, zone), part.endsAt(day, zone), free));
            }
        }
        audit.record(
                "set-availability",
                "speaker",
                speakerId,
                Map.of("days", days.toString(), "parts", parts.toString(), "free", free));
    }

    private void set(UUID speakerId, Owner owner, Instant from, Instant to, boolean free) {
        var touched = jdbc.sql("""
                        delete from availability where speaker_id = :speaker and starts_at < :to and ends_at > :from
                        returning starts_at, ends_at
                        """)
                .param("speaker", speakerId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Shift(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
        var first =
                touched.stream().map(Shift::startsAt).min(Instant::compareTo).orElse(from);
        var last = touched.stream().map(Shift::endsAt).max(Instant::compareTo).orElse(to);
        if (free) {
            add(speakerId, owner, first.isBefore(from) ? first : from, last.isAfter(to) ? last : to);
        } else {
            if (first.isBefore(from)) {
                add(speakerId, owner, first, from);
            }
            if (last.isAfter(to)) {
                add(speakerId, owner, to, last);
            }
        }
    }

    private void add(UUID speakerId, Owner owner, Instant from, Instant to) {
        jdbc.sql("""
                        insert into availability (id, city_id, speaker_id, path, starts_at, ends_at)
                        values (:id, :city, :speaker, :path, :from, :to)
                        """)
                .param("id", Identifiers.next())
                .param("city", owner.cityId())
                .param("speaker", speakerId)
                .param("path", owner.path())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .update();
    }
}
