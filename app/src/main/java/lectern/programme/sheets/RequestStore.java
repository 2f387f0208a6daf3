package lectern.programme.sheets;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.platform.imports.Change;
import lectern.platform.security.Actor;
import lectern.programme.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and writes requests of a sheet, a statement for each table however many there are.
@Component
class RequestStore {
    private static final String SELECT = """
            select r.id, r.venue_id, r.topic_id, r.segment, r.expected, r.note, r.state,
                   (select array_agg(extract(epoch from w.opens_at)::bigint order by w.opens_at)
                    from request_window w where w.request_id = r.id) as opens,
                   (select array_agg(extract(epoch from w.closes_at)::bigint order by w.opens_at)
                    from request_window w where w.request_id = r.id) as closes
            from request r
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those at these venues with a time from that moment on, the oldest first.
    List<KnownRequest> at(Collection<UUID> venues, Instant from, boolean hold) {
        return jdbc.sql(SELECT + """
                        where r.venue_id = any(:venues)
                          and exists (select from request_window w where w.request_id = r.id and w.opens_at >= :from)
                        order by r.id
                        """ + (hold ? " for update of r" : ""))
                .param("venues", venues.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .query((row, number) -> read(row))
                .list();
    }

    List<KnownRequest> held(Collection<String> ids) {
        return jdbc.sql(SELECT + " where r.id = any(:ids::uuid[]) order by r.id for update of r")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    private static KnownRequest read(ResultSet row) throws SQLException {
        var opens = moments(row.getArray("opens"));
        var closes = moments(row.getArray("closes"));
        return new KnownRequest(
                row.getObject("id", UUID.class),
                row.getObject("venue_id", UUID.class),
                row.getObject("topic_id", UUID.class),
                row.getString("segment"),
                row.getInt("expected"),
                row.getString("note"),
                row.getString("state"),
                IntStream.range(0, opens.size())
                        .mapToObj(index -> new Window(opens.get(index), closes.get(index)))
                        .toList());
    }

    private static List<Instant> moments(@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Long[]) array.getArray())
                        .map(Instant::ofEpochSecond)
                        .toList();
    }

    /// They wait for approval like any other.
    void ask(List<Change> fresh, Actor actor) {
        jdbc.sql("""
                        insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, note,
                                             origin, contact_name, state, asked_by, asked_at)
                        select w.id, v.city_id, v.unit_id, v.path, v.id, t.id, w.segment, t.minutes, w.expected,
                               coalesce(w.note, ''), 'OFFICER', left(:name, 40), 'ASKED', :by, :at
                        from unnest(:ids::uuid[], :venues::uuid[], :topics::uuid[], :segments::text[], :expected::int[],
                                    :notes::text[]) as w (id, venue, topic, segment, expected, note)
                        join venue v on v.id = w.venue
                        join topic t on t.id = w.topic
                        """)
                .param("name", actor.name())
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", Change.column(fresh, Change::target))
                .param("venues", Change.column(fresh, RequestSheet.VENUE_ID))
                .param("topics", Change.column(fresh, RequestSheet.TOPIC))
                .param("segments", Change.column(fresh, RequestSheet.SEGMENT))
                .param("expected", Change.column(fresh, RequestSheet.EXPECTED))
                .param("notes", Change.column(fresh, RequestSheet.NOTE))
                .update();
        addWindows(fresh);
    }

    private record Line(String request, String opens, String closes) {}

    private void addWindows(List<Change> fresh) {
        var lines = fresh.stream()
                .flatMap(change -> RequestMatching.windows(change.after()).stream()
                        .map(window -> new Line(change.target(), window[0], window[1])))
                .toList();
        jdbc.sql("""
                        insert into request_window (request_id, path, opens_at, closes_at)
                        select r.id, r.path, w.opens::timestamptz, w.closes::timestamptz
                        from unnest(:requests::uuid[], :opens::text[], :closes::text[]) as w (request, opens, closes)
                        join request r on r.id = w.request
                        """)
                .param("requests", column(lines, Line::request))
                .param("opens", column(lines, Line::opens))
                .param("closes", column(lines, Line::closes))
                .update();
    }

    private static String[] column(List<Line> lines, Function<Line, String> cell) {
        return lines.stream().map(cell).toArray(String[]::new);
    }

    void change(List<Change> changed) {
        jdbc.sql("""
                        update request set expected = coalesce(w.expected, request.expected),
                                           note = coalesce(w.note, request.note)
                        from unnest(:ids::uuid[], :expected::int[], :notes::text[]) as w (id, expected, note)
                        where request.id = w.id
                        """)
                .param("ids", Change.column(changed, Change::target))
                .param("expected", Change.column(changed, RequestSheet.EXPECTED))
                .param("notes", Change.column(changed, RequestSheet.NOTE))
                .update();
    }

    void withdraw(Collection<String> ids, Actor actor) {
        jdbc.sql("""
                        update request set state = 'WITHDRAWN', decided_by = :by, decided_at = :at
                        where id = any(:ids::uuid[]) and state in ('ASKED', 'APPROVED')
                        """)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
