package lectern.programme.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The requests of a station that are not over, for its keeper's home.
@Component
public class WaitingRequests {
    /// @param reason why it came back
    public record Mine(UUID id, String topic, String state, String look, String reason, Instant askedAt) {}

    private final JdbcClient jdbc;

    WaitingRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Mine> open(int limit) {
        return jdbc.sql("""
                        select r.id, p.name, r.state, r.reason, r.asked_at
                        from request r join topic p on p.id = r.topic_id
                        where r.state in ('ASKED', 'APPROVED', 'SENT_BACK')
                        order by (r.state = 'SENT_BACK') desc, r.asked_at desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Mine(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        RequestState.valueOf(row.getString(3)).look(),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /// How many wait for the officer's decision.
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("select count(*) from request where state = 'ASKED'")
                .query(Long.class)
                .single();
    }

    /// How many were approved and wait to be planned.
    @Transactional(readOnly = true)
    public long toPlan() {
        return jdbc.sql("select count(*) from request where state = 'APPROVED'")
                .query(Long.class)
                .single();
    }

    /// The ones that have waited longest.
    @Transactional(readOnly = true)
    public List<Waiting> longestWaiting(int limit) {
        return jdbc.sql("""
                        select r.id, u.name as unit, p.name as topic, r.expected,
                               (select min(w.opens_at) from request_window w where w.request_id = r.id) as opens_at
                        from request r join unit u on u.id = r.unit_id join topic p on p.id = r.topic_id
                        where r.state = 'ASKED' order by r.asked_at, r.id limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
                .list();
    }

    /// A request that waits for the officer.
    ///
    /// @param expected listeners
    /// @param opensAt the earliest moment that would suit
    public record Waiting(
            UUID id,
            String unit,
            String topic,
            int expected,
            @Nullable Instant opensAt) {}
}
