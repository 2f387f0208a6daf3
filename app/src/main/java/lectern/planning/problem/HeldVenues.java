package lectern.planning.problem;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import lectern.programme.BookedTalk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Talks that look for a speaker hold their venue all the same. They are told as booked talks of nobody.
@Component
class HeldVenues {
    private static final UUID NOBODY = new UUID(0, 0);
    private final JdbcClient jdbc;

    HeldVenues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<BookedTalk> in(Horizon horizon) {
        return jdbc.sql("""
                        select t.id, t.request_id, t.venue_id, v.lat, v.lon, t.starts_at, t.ends_at
                        from talk t join venue v on v.id = t.venue_id
                        where t.during && tstzrange(:from, :to) and t.state = 'OPEN'
                        order by t.starts_at, t.id
                        """)
                .param("from", Timestamp.from(horizon.from()))
                .param("to", Timestamp.from(horizon.to()))
                .query((row, number) -> new BookedTalk(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        NOBODY,
                        row.getObject("venue_id", UUID.class),
                        row.getDouble("lat"),
                        row.getDouble("lon"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }
}
