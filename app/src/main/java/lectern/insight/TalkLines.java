package lectern.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads talks where figures end: the single ones at a unit.
@Component
class TalkLines {
    private final JdbcClient jdbc;

    TalkLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Talks held at the unit itself, not below it, the latest first.
    @Transactional(readOnly = true)
    public Listing<TalkLine> heldAt(String path, Period period, int page) {
        var total = jdbc.sql("""
                        select count(*) from talk_line
                        where path = :path and state = 'HELD' and day between :from and :to
                        """)
                .param("path", path)
                .param("from", period.from())
                .param("to", period.to())
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select id, day, starts_at, ends_at, topic, venue, unit, attendance from talk_line
                        where path = :path and state = 'HELD' and day between :from and :to
                        order by day desc, starts_at desc, id limit :size offset :offset
                        """)
                .param("path", path)
                .param("from", period.from())
                .param("to", period.to())
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> line(row))
                .list();
        return Listing.of(rows, total, Listing.page(page));
    }

    /// The latest that were held at the unit or below it.
    @Transactional(readOnly = true)
    public List<TalkLine> latest(String path, LocalDate today, int most) {
        return jdbc.sql("""
                        select id, day, starts_at, ends_at, topic, venue, unit, attendance from talk_line
                        where path >= :path and path < :path || '~' and state = 'HELD' and day between :today - 60 and :today
                        order by day desc, starts_at desc, id limit :most
                        """)
                .param("path", path)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    /// The next that will take place at the unit or below it.
    @Transactional(readOnly = true)
    public List<TalkLine> next(String path, Instant now, LocalDate today, int most) {
        return jdbc.sql("""
                        select id, day, starts_at, ends_at, topic, venue, unit, attendance from talk_line
                        where path >= :path and path < :path || '~' and state in ('OFFERED', 'ACCEPTED', 'OPEN')
                          and day between :today and :today + 60 and ends_at > :now
                        order by day, starts_at, id limit :most
                        """)
                .param("path", path)
                .param("today", today)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    private static TalkLine line(ResultSet row) throws SQLException {
        return new TalkLine(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("topic"),
                row.getString("venue"),
                row.getString("unit"),
                row.getObject("attendance", Integer.class));
    }
}
