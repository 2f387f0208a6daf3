package lectern.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells a double booking by name. The constraint sees rows that the asker may not see; the name of the other talk is
/// therefore looked up in his scope, and left out where it is not his to know.
@Component
class Clashes {
    private final JdbcClient jdbc;

    Clashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The refusal for a violated constraint; any other violation is thrown as it is.
    ///
    /// The transaction must be back at a savepoint from before the violation, so that it can still read. Another
    /// transaction would take a second connection while the first is held, and many losers at once would wait for
    /// connections that only they could give back.
    Refusal explain(
            DataIntegrityViolationException violation,
            @Nullable UUID speakerId,
            UUID venueId,
            Instant from,
            Instant to) {
        var message = String.valueOf(violation.getMessage());
        var when = when(from);
        if (message.contains("speaker_booked_once")) {
            return Refusal.conflict(
                    "booking.speakerTaken", name("speaker", speakerId), when, other("speaker_id", speakerId, from, to));
        }
        if (message.contains("venue_booked_once")) {
            return Refusal.conflict(
                    "booking.venueTaken", name("venue", venueId), when, other("venue_id", venueId, from, to));
        }
        if (message.contains("speaker_absent")) {
            return Refusal.conflict("booking.speakerAbsent", name("speaker", speakerId), when);
        }
        if (message.contains("venue_closed")) {
            return Refusal.conflict("booking.venueClosed", name("venue", venueId), when);
        }
        if (message.contains("talk_request_live")) {
            return Refusal.conflict("booking.requestGone");
        }
        throw violation;
    }

    private static String when(Instant from) {
        return Actor.current()
                .map(actor -> java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .format(from.atZone(actor.zone())))
                .orElse(from.toString());
    }

    private String name(String kind, @Nullable UUID id) {
        var sql = kind.equals("speaker")
                ? "select name from speaker where id = :id"
                : "select name from venue where id = :id";
        return jdbc.sql(sql).param("id", id).query(String.class).optional().orElse("–");
    }

    /// The other talk's topic and place, where the asker may see it.
    private String other(String column, @Nullable UUID id, Instant from, Instant to) {
        var sql = """
                select p.name || ' · ' || v.name from talk t
                join topic p on p.id = t.topic_id
                join venue v on v.id = t.venue_id
                where case when :speaker then t.speaker_id = :id else t.venue_id = :id end
                  and t.state in ('OFFERED', 'ACCEPTED', 'OPEN', 'HELD') and t.during && tstzrange(:from, :to)
                limit 1
                """;
        return jdbc.sql(sql)
                .param("speaker", column.equals("speaker_id"))
                .param("id", id)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(String.class)
                .optional()
                .orElse("–");
    }
}
