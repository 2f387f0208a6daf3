package lectern.programme.talk;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.web.Listing;
import lectern.platform.web.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads talks in scope.
@Component
public class TalkQueries {
    private static final String ROW = """
            select t.id, p.name as topic, u.name as unit, v.name as venue, s.name as speaker, t.starts_at, t.ends_at, t.state,
                   t.attendance
            from talk t
            join topic p on p.id = t.topic_id
            join unit u on u.id = t.unit_id
            join venue v on v.id = t.venue_id
            left join visiting_speaker s on s.talk_id = t.id
            """;

    static final String FILTER = """
            where (:q = '' or position(:q in u.name) > 0 or exists (
                       select 1 from visiting_speaker x where x.talk_id = t.id and position(:q in x.name) > 0))
              and (:state = '' or t.state = :state)
              and (:topic::uuid is null or t.topic_id = :topic::uuid)
              and (:from::date is null or t.day >= :from::date)
              and (:to::date is null or t.day <= :to::date)
            """;

    private static final String COUNT = Listing.counting("from talk t join unit u on u.id = t.unit_id " + FILTER);

    static final Orders ORDERS = new Orders(
            "",
            Map.of(
                    "", "t.starts_at desc, t.id",
                    "day", "t.starts_at, t.id",
                    "unit", "u.name, t.starts_at desc, t.id",
                    "-unit", "u.name desc, t.starts_at desc, t.id"));

    private static final String LIST =
            """
            with chosen as materialized (
                select t.id as chosen_id from talk t join unit u on u.id = t.unit_id
            """ + FILTER + """
                order by %1$s limit :limit offset :offset)
            """ + ROW + " join chosen on chosen.chosen_id = t.id order by %1$s";

    private final JdbcClient jdbc;

    TalkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Listing<TalkRow> list(TalkFilter filter) {
        var page = Listing.page(Objects.requireNonNullElse(filter.page(), 1));
        var total = filtered(COUNT, filter).query(Long.class).single();
        var rows = filtered(LIST.formatted(ORDERS.of(filter.sort())), filter)
                .param("limit", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> row(row))
                .list();
        return Listing.of(rows, total, page);
    }

    JdbcClient.StatementSpec filtered(String sql, TalkFilter filter) {
        var state = filter.state();
        return jdbc.sql(sql)
                .param("q", Objects.requireNonNullElse(filter.q(), "").strip())
                .param("state", state == null ? "" : state.name())
                .param("topic", filter.topic())
                .param("from", filter.from() == null ? null : Date.valueOf(filter.from()))
                .param("to", filter.to() == null ? null : Date.valueOf(filter.to()));
    }

    @Transactional(readOnly = true)
    public Optional<Talk> find(UUID id) {
        return jdbc.sql("""
                        select t.id, t.city_id, t.unit_id, t.path, u.name as unit, t.request_id, p.name as topic, t.segment,
                               t.venue_id, v.name as venue, v.address, t.speaker_id, s.name as speaker, t.starts_at, t.ends_at,
                               t.day, t.state, t.reason, t.attendance, t.attendance_source, t.rating_code,
                               f.ratings, f.stars
                        from talk t
                        join topic p on p.id = t.topic_id
                        join unit u on u.id = t.unit_id
                        join venue v on v.id = t.venue_id
                        left join visiting_speaker s on s.talk_id = t.id
                        cross join lateral (select count(*)::int as ratings, coalesce(sum(stars), 0)::int as stars
                                            from feedback where talk_id = t.id and giver = 'AUDIENCE') f
                        where t.id = :id
                        """).param("id", id).query((row, number) -> talk(row)).optional();
    }

    /// The latest talks of a speaker that the reader may see, the coming ones first.
    @Transactional(readOnly = true)
    public List<TalkRow> ofSpeaker(UUID speakerId, int limit) {
        return jdbc.sql(ROW + " where t.speaker_id = :id order by t.starts_at desc limit :limit")
                .param("id", speakerId)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<TalkRow> atVenue(UUID venueId, int limit) {
        return jdbc.sql(ROW + " where t.venue_id = :id order by t.starts_at desc limit :limit")
                .param("id", venueId)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /// Talks from now on, in the order of time.
    @Transactional(readOnly = true)
    public List<TalkRow> upcoming(Instant now, int limit) {
        return jdbc.sql(ROW + """
                         where t.ends_at >= :now and t.state in ('OFFERED', 'ACCEPTED', 'OPEN')
                        order by t.starts_at, t.id limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /// Talks that began and have no headcount yet.
    @Transactional(readOnly = true)
    public List<TalkRow> withoutHeadcount(Instant now, int limit) {
        return jdbc.sql(ROW
                        + " where t.state = 'ACCEPTED' and t.starts_at <= :now order by t.starts_at, t.id limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /// Talks whose speaker declined.
    @Transactional(readOnly = true)
    public List<TalkRow> withoutSpeaker(Instant now, int limit) {
        return jdbc.sql(ROW + " where t.state = 'OPEN' and t.ends_at >= :now order by t.starts_at, t.id limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /// Talks of a local day whose speaker has not answered.
    @Transactional(readOnly = true)
    public List<TalkRow> unanswered(LocalDate until, Instant now, int limit) {
        return jdbc.sql(ROW + """
                         where t.state = 'OFFERED' and t.starts_at >= :now and t.day <= :until
                        order by t.starts_at, t.id limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Date.valueOf(until))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static TalkRow row(ResultSet row) throws SQLException {
        return new TalkRow(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("unit"),
                row.getString("venue"),
                row.getString("speaker"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                TalkState.valueOf(row.getString("state")),
                number(row, "attendance"));
    }

    private static Talk talk(ResultSet row) throws SQLException {
        return new Talk(
                row.getObject("id", UUID.class),
                row.getObject("city_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("path"),
                row.getString("unit"),
                row.getObject("request_id", UUID.class),
                row.getString("topic"),
                row.getString("segment"),
                row.getObject("venue_id", UUID.class),
                row.getString("venue"),
                row.getString("address"),
                row.getObject("speaker_id", UUID.class),
                row.getString("speaker"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("day", LocalDate.class),
                TalkState.valueOf(row.getString("state")),
                row.getString("reason"),
                number(row, "attendance"),
                row.getString("attendance_source"),
                row.getString("rating_code"),
                row.getInt("ratings"),
                row.getInt("stars"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
