package lectern.people;

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

/// When speakers of the scope are away. While one is, the database books nothing for him; what was booked before stays
/// until somebody changes it.
@Component
public class Absences {
    private record Owner(UUID cityId, String path) {}

    private static final int LONGEST_NOTE = 200;
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    Absences(JdbcClient jdbc, Commands commands, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those that touch the period from (inclusive) to (exclusive), the earliest first.
    @Transactional(readOnly = true)
    public List<Absence> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select a.id, a.speaker_id, s.name, a.starts_at, a.ends_at, a.note
                        from absence a join speaker s on s.id = a.speaker_id
                        where a.ends_at > :from and a.starts_at < :to and a.starts_at < a.ends_at
                        order by a.starts_at, a.id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Absence(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6)))
                .list();
    }

    /// Writes down that a speaker cannot come. Sent twice with the same key it counts once.
    ///
    /// @throws Refusal when the speaker is out of scope, or the period is over or the wrong way round
    @Transactional
    public void record(UUID key, UUID speakerId, Instant from, Instant to, String note, Actor actor) {
        var owner = jdbc.sql("select city_id, path from speaker where id = :id")
                .param("id", speakerId)
                .query(Owner.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (!from.isBefore(to)) {
            throw Refusal.invalid("absence.inverted");
        }
        if (!to.isAfter(clock.instant())) {
            throw Refusal.invalid("absence.over");
        }
        commands.once(key, "absence " + speakerId + " " + from + " " + to + " " + note, () -> {
            var id = Identifiers.next();
            jdbc.sql("""
                            insert into absence (id, city_id, speaker_id, path, starts_at, ends_at, note, recorded_by, recorded_at)
                            values (:id, :city, :speaker, :path, :from, :to, :note, :by, :at)
                            """)
                    .param("id", id)
                    .param("city", owner.cityId())
                    .param("speaker", speakerId)
                    .param("path", owner.path())
                    .param("from", Timestamp.from(from))
                    .param("to", Timestamp.from(to))
                    .param("note", note.substring(0, Math.min(note.length(), LONGEST_NOTE)))
                    .param("by", actor.accountId())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            audit.recordAt(
                    owner.path(),
                    "record-absence",
                    "speaker",
                    speakerId,
                    Map.of("from", from.toString(), "to", to.toString()));
            return id.toString();
        });
    }

    /// He is back. One that has not begun is taken back; ended twice it stays as it is.
    ///
    /// @throws Refusal 404 when it is out of scope
    @Transactional
    public UUID end(UUID id) {
        var speaker = jdbc.sql("select speaker_id from absence where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        var now = Timestamp.from(clock.instant());
        var ended = jdbc.sql("""
                        update absence set ends_at = greatest(starts_at, cast(:now as timestamptz)), ended_early_at = :now
                        where id = :id and ends_at > :now and starts_at < ends_at
                        """).param("now", now).param("id", id).update();
        if (ended == 1) {
            audit.record("end-absence", "speaker", speaker, Map.of("absence", id));
        }
        return speaker;
    }
}
