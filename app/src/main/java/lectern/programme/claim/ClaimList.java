package lectern.programme.claim;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The officer's view: what looks for a speaker, what is open to claim, what was taken.
@Component
public class ClaimList {
    /// @param opening null while it is not open to claim
    /// @param allFrom from when all may claim it
    public record Row(
            UUID talk,
            String topic,
            String unit,
            Instant startsAt,
            Instant endsAt,
            @Nullable UUID opening,
            @Nullable Instant allFrom) {
        public boolean isOpen() {
            return opening != null;
        }
    }

    public record TakenRow(UUID talk, String topic, String unit, Instant startsAt, String speaker, Instant at) {}

    private static final int TAKEN = 10;
    private final JdbcClient jdbc;

    ClaimList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Listing<Row> looking(Instant now, int page) {
        var rows = jdbc.sql("""
                        select t.id, p.name as topic, u.name as unit, t.starts_at, t.ends_at, o.id as opening, o.all_from
                        from talk t
                        join topic p on p.id = t.topic_id
                        join unit_name u on u.id = t.unit_id
                        left join claim_opening o on o.talk_id = t.id and o.closed_at is null
                        where t.state = 'OPEN' and t.starts_at > :now
                        order by t.starts_at, t.id limit :size offset :offset
                        """)
                .param("now", Timestamp.from(now))
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("unit"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getObject("opening", UUID.class),
                        row.getTimestamp("all_from") == null
                                ? null
                                : row.getTimestamp("all_from").toInstant()))
                .list();
        var total = jdbc.sql(Listing.counting("from talk where state = 'OPEN' and starts_at > :now"))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        return Listing.of(rows, total, Listing.page(page));
    }

    /// The talks of a period that look for a speaker.
    @Transactional(readOnly = true)
    public List<UUID> lookingBetween(Instant from, Instant to) {
        return jdbc.sql(
                        "select id from talk where state = 'OPEN' and starts_at >= :from and starts_at < :to order by id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(UUID.class)
                .list();
    }

    /// Those that were claimed last.
    @Transactional(readOnly = true)
    public List<TakenRow> taken() {
        return jdbc.sql("""
                        select t.id, p.name as topic, u.name as unit, t.starts_at, coalesce(s.name, '–') as speaker, o.closed_at
                        from claim_opening o
                        join talk t on t.id = o.talk_id
                        join topic p on p.id = t.topic_id
                        join unit_name u on u.id = t.unit_id
                        left join visiting_speaker s on s.talk_id = t.id
                        where o.closed_because = 'TAKEN' order by o.closed_at desc limit :most
                        """)
                .param("most", TAKEN)
                .query((row, number) -> new TakenRow(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }
}
