package lectern.programme.request;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.web.Listing;
import lectern.platform.web.Orders;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads requests in scope.
@Component
class RequestQueries {
    static final String FILTER = """
            where (:q = '' or position(:q in u.name) > 0)
              and (:state = '' or r.state = :state)
              and (:topic::uuid is null or r.topic_id = :topic::uuid)
              and (:origin = '' or r.origin = :origin)
              and (:from::date is null or exists (select 1 from request_window w where w.request_id = r.id
                       and w.opens_at >= :from::date::timestamp at time zone :zone))
              and (:to::date is null or exists (select 1 from request_window w where w.request_id = r.id
                       and w.opens_at < (:to::date + 1)::timestamp at time zone :zone))
            """;

    private static final String COUNT = Listing.counting("from request r join unit u on u.id = r.unit_id " + FILTER);

    static final Orders ORDERS = new Orders(
            "",
            Map.of(
                    "", "r.asked_at desc, r.id",
                    "asked", "r.asked_at, r.id",
                    "unit", "u.name, r.asked_at desc, r.id",
                    "-unit", "u.name desc, r.asked_at desc, r.id",
                    "topic", "p.name, r.asked_at desc, r.id",
                    "-topic", "p.name desc, r.asked_at desc, r.id"));

    private static final String LIST = """
            select r.id, u.name as unit, p.name as topic, r.segment, r.expected, r.priority, r.origin, r.state, r.reason,
                   r.asked_at,
                   (select min(w.opens_at) from request_window w where w.request_id = r.id) as opens_at
            from request r
            join unit u on u.id = r.unit_id
            join topic p on p.id = r.topic_id
            """ + FILTER + """
            order by %s
            limit :limit offset :offset
            """;

    private final JdbcClient jdbc;

    RequestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Listing<RequestRow> list(Actor actor, RequestFilter filter) {
        var page = Listing.page(Objects.requireNonNullElse(filter.page(), 1));
        var total = filtered(COUNT, actor, filter).query(Long.class).single();
        var rows = filtered(LIST.formatted(ORDERS.of(filter.sort())), actor, filter)
                .param("limit", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> row(row))
                .list();
        return Listing.of(rows, total, page);
    }

    JdbcClient.StatementSpec filtered(String sql, Actor actor, RequestFilter filter) {
        var state = filter.state();
        return jdbc.sql(sql)
                .param("q", Objects.requireNonNullElse(filter.q(), "").strip())
                .param("state", state == null ? "" : state.name())
                .param("topic", filter.topic())
                .param("origin", Objects.requireNonNullElse(filter.origin(), ""))
                .param("from", filter.from() == null ? null : Date.valueOf(filter.from()))
                .param("to", filter.to() == null ? null : Date.valueOf(filter.to()))
                .param("zone", actor.zone().getId());
    }

    private static RequestRow row(ResultSet row) throws SQLException {
        return new RequestRow(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("topic"),
                row.getString("segment"),
                row.getInt("expected"),
                row.getInt("priority"),
                row.getString("origin"),
                RequestState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "opens_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    @Transactional(readOnly = true)
    public Optional<Request> find(UUID id) {
        var windows = jdbc.sql(
                        "select opens_at, closes_at from request_window where request_id = :id order by opens_at")
                .param("id", id)
                .query((row, number) -> new Window(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .list();
        return jdbc.sql("""
                        select r.id, r.unit_id, r.path, u.name as unit, r.venue_id, v.name as venue, r.topic_id,
                               p.name as topic, r.segment, r.minutes, r.expected, r.priority, r.note, r.origin,
                               r.contact_name, r.contact_tail, r.state, r.reason, r.asked_at, t.id as talk_id
                        from request r
                        join unit u on u.id = r.unit_id
                        join venue v on v.id = r.venue_id
                        join topic p on p.id = r.topic_id
                        left join talk t on t.request_id = r.id and t.state <> 'CANCELLED'
                        where r.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> request(row, windows))
                .optional();
    }

    private static Request request(ResultSet row, List<Window> windows) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("path"),
                row.getString("unit"),
                row.getObject("venue_id", UUID.class),
                row.getString("venue"),
                row.getObject("topic_id", UUID.class),
                row.getString("topic"),
                row.getString("segment"),
                row.getInt("minutes"),
                row.getInt("expected"),
                row.getInt("priority"),
                row.getString("note"),
                row.getString("origin"),
                row.getString("contact_name"),
                row.getString("contact_tail"),
                RequestState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("talk_id", UUID.class),
                windows);
    }
}
