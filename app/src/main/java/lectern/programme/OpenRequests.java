package lectern.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The requests that planning works on, in scope. Two queries, however many they are.
@Component
public class OpenRequests {
    private record Opening(UUID requestId, Window window) {}

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Approved requests with a window inside a period; windows outside it are left out.
    @Transactional(readOnly = true)
    public List<OpenRequest> between(Instant from, Instant to) {
        var windows = byRequest(jdbc.sql("""
                        select w.request_id, w.opens_at, w.closes_at
                        from request_window w join request r on r.id = w.request_id
                        where r.state = 'APPROVED' and w.opens_at >= :from and w.closes_at < :to
                        order by w.request_id, w.opens_at
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Opening(
                        row.getObject(1, UUID.class),
                        new Window(
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant())))
                .list());
        return read(windows);
    }

    /// Requests with all their windows, whatever their state.
    @Transactional(readOnly = true)
    public List<OpenRequest> byIds(Collection<UUID> ids) {
        var windows = byRequest(jdbc.sql("""
                        select request_id, opens_at, closes_at from request_window
                        where request_id = any(:ids) order by request_id, opens_at
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Opening(
                        row.getObject(1, UUID.class),
                        new Window(
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant())))
                .list());
        return read(windows);
    }

    private static Map<UUID, List<Window>> byRequest(List<Opening> openings) {
        var windows = new HashMap<UUID, List<Window>>();
        for (var opening : openings) {
            windows.computeIfAbsent(opening.requestId(), request -> new ArrayList<>())
                    .add(opening.window());
        }
        return windows;
    }

    private List<OpenRequest> read(Map<UUID, List<Window>> windows) {
        return jdbc.sql("""
                        select r.id, r.unit_id, u.name as unit_name, u.level as unit_level, r.path, r.venue_id,
                               v.name as venue_name, v.lat, v.lon, v.shared, r.topic_id, p.name as topic_name, r.segment,
                               r.minutes, r.expected, r.priority
                        from request r
                        join unit u on u.id = r.unit_id
                        join venue v on v.id = r.venue_id
                        join topic p on p.id = r.topic_id
                        where r.id = any(:ids)
                        order by r.id
                        """)
                .param("ids", windows.keySet().toArray(UUID[]::new))
                .query((row, number) -> new OpenRequest(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_level"),
                        row.getString("path"),
                        row.getObject("venue_id", UUID.class),
                        row.getString("venue_name"),
                        row.getDouble("lat"),
                        row.getDouble("lon"),
                        row.getBoolean("shared"),
                        row.getObject("topic_id", UUID.class),
                        row.getString("topic_name"),
                        row.getString("segment"),
                        row.getInt("minutes"),
                        row.getInt("expected"),
                        row.getInt("priority"),
                        windows.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }
}
