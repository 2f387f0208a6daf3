package lectern.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Talks that have their speaker and were not cancelled: those in scope, and those that a speaker of the scope gives
/// elsewhere.
@Component
public class BookedTalks {
    private final JdbcClient jdbc;

    BookedTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<BookedTalk> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select t.id, t.request_id, t.speaker_id, t.venue_id, v.lat, v.lon, t.starts_at, t.ends_at
                        from talk t join venue v on v.id = t.venue_id
                        where t.during && tstzrange(:from, :to) and t.state in ('OFFERED', 'ACCEPTED', 'HELD')
                        union all
                        select id, null, speaker_id, venue_id, lat, lon, starts_at, ends_at
                        from talk_elsewhere where during && tstzrange(:from, :to)
                        order by starts_at, id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new BookedTalk(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getObject("speaker_id", UUID.class),
                        row.getObject("venue_id", UUID.class),
                        row.getDouble("lat"),
                        row.getDouble("lon"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }
}
