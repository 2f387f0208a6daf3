package lectern.places;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// When venues of the scope are closed. While one is, the database books nothing there; what was booked before stays
/// until somebody changes it.
@Component
public class Closures {
    private record Owner(UUID cityId, String path) {}

    private static final int LONGEST_NOTE = 200;
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    Closures(JdbcClient jdbc, Commands commands, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those that touch the period from (inclusive) to (exclusive), the earliest first.
    @Transactional(readOnly = true)
    public List<Closure> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select a.id, a.venue_id, s.name, a.starts_at, a.ends_at, a.note
                        from venue_closure a join venue s on s.id = a.venue_id
                        where a.ends_at > :from and a.starts_at < :to and a.starts_at < a.ends_at
                        order by a.starts_at, a.id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Closure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6)))
                .list();
    }

    /// Writes down that a venue is closed. Sent twice with the same key it counts once.
    ///
    /// @throws Refusal when the venue is out of scope, or the period is over or the wrong way round
    @Transactional
    public void record(UUID key, UUID venueId, Instant from, Instant to, String note, Actor actor) {
        var owner = jdbc.sql("select city_id, path from venue where id = :id")
                .param("id", venueId)
                .query(Owner.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (!from.isBefore(to)) {
            throw Refusal.invalid("closure.inverted");
        }
        if (!to.isAfter(clock.instant())) {
            throw Refusal.invalid("closure.over");
        }
        commands.once(key, "closure " + venueId + " " + from + " " + to + " " + note, () -> {
            var id = Identifiers.next();
            jdbc.sql("""
                            insert into venue_closure (id, city_id, venue_id, path, starts_at, ends_at, note, recorded_by, recorded_at)
                            values (:id, :city, :venue, :path, :from, :to, :note, :by, :at)
                            """)
                    .param("id", id)
                    .param("city", owner.cityId())
                    .param("venue", venueId)
                    .param("path", owner.path())
                    .param("from", Timestamp.from(from))
                    .param("to", Timestamp.from(to))
                    .param("note", note.substring(0, Math.min(note.length(), LONGEST_NOTE)))
                    .param("by", actor.accountId())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            audit.recordAt(
                    owner.path(),
                    "record-closure",
                    "venue",
                    venueId,
                    Map.of("from", from.toString(), "to", to.toString()));
            return id.toString();
        });
    }

    /// It is open again. One that has not begun is taken back; ended twice it stays as it is.
    ///
    /// @throws Refusal 404 when it is out of scope
    @Transactional
    public UUID end(UUID id) {
        var venue = jdbc.sql("select venue_id from venue_closure where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        var now = Timestamp.from(clock.instant());
        var ended = jdbc.sql("""
                        update venue_closure set ends_at = greatest(starts_at, cast(:now as timestamptz)), ended_early_at = :now
                        where id = :id and ends_at > :now and starts_at < ends_at
                        """).param("now", now).param("id", id).update();
        if (ended == 1) {
            audit.record("end-closure", "venue", venue, Map.of("closure", id));
        }
        return venue;
    }
}
