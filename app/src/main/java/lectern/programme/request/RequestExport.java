package lectern.programme.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.platform.export.Export;
import lectern.platform.export.Exports;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of requests as a file. Who can be called is not in it.
@Controller
class RequestExport {
    private static final String KIND = "requests";
    private static final List<String> COLUMNS = List.of(
            "venue",
            "unit",
            "unitName",
            "topic",
            "segment",
            "expected",
            "day",
            "from",
            "to",
            "note",
            "otherDays",
            "origin",
            "state",
            "asked");
    private static final List<String> WIDE = List.of("venue", "unitName", "topic", "note", "otherDays");

    private static final String LIST = """
            select v.name as venue, u.code as unit, u.name as unit_name, p.name as topic, r.segment, r.expected, r.note,
                   r.origin, r.state, r.asked_at,
                   (select array_agg(extract(epoch from w.opens_at)::bigint order by w.opens_at)
                    from request_window w where w.request_id = r.id) as opens,
                   (select array_agg(extract(epoch from w.closes_at)::bigint order by w.opens_at)
                    from request_window w where w.request_id = r.id) as closes
            from request r
            join unit u on u.id = r.unit_id
            join topic p on p.id = r.topic_id
            join venue v on v.id = r.venue_id
            """ + RequestQueries.FILTER + " order by %s";

    private final RequestQueries queries;
    private final Dictionary dictionary;
    private final Exports exports;

    RequestExport(RequestQueries queries, Dictionary dictionary, Exports exports) {
        this.queries = queries;
        this.dictionary = dictionary;
        this.exports = exports;
    }

    @GetMapping("/requests/export")
    @Allow({Role.OFFICER, Role.KEEPER})
    void export(
            @ModelAttribute RequestFilter filter,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var line = new Line(actor.zone(), exports.words(), dictionary.entries(DictionaryKind.SEGMENT));
        var list = LIST.formatted(RequestQueries.ORDERS.of(filter.sort()));
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(queries.filtered(list, actor, filter)).query(row -> {
                    table.row(line.of(row));
                }));
        exports.send(export, format, actor, response);
    }

    private record Line(ZoneId zone, Words words, Map<String, DictionaryEntry> segments) {
        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

        /// Most requests name one day; the further ones of others stand in a column of their own.
        List<@Nullable Object> of(ResultSet row) throws SQLException {
            var opens = moments(row, "opens");
            var closes = moments(row, "closes");
            var segment = segments.get(row.getString("segment"));
            return Arrays.asList(
                    row.getString("venue"),
                    row.getString("unit"),
                    row.getString("unit_name"),
                    row.getString("topic"),
                    segment == null ? row.getString("segment") : segment.name(words),
                    row.getInt("expected"),
                    opens.isEmpty() ? null : opens.getFirst().toLocalDate(),
                    opens.isEmpty() ? null : opens.getFirst().toLocalTime(),
                    closes.isEmpty() ? null : closes.getFirst().toLocalTime(),
                    row.getString("note"),
                    others(opens, closes),
                    words.of("request.origin." + row.getString("origin")),
                    words.of("request.state." + row.getString("state")),
                    row.getTimestamp("asked_at").toInstant().atZone(zone).toLocalDate());
        }

        private static String others(List<ZonedDateTime> opens, List<ZonedDateTime> closes) {
            return Stream.iterate(1, index -> index < opens.size(), index -> index + 1)
                    .map(index -> MOMENT.format(opens.get(index)) + "–" + TIME.format(closes.get(index)))
                    .collect(Collectors.joining("；"));
        }

        private List<ZonedDateTime> moments(ResultSet row, String column) throws SQLException {
            var array = row.getArray(column);
            return array == null
                    ? List.of()
                    : Arrays.stream((Long[]) array.getArray())
                            .map(second -> Instant.ofEpochSecond(second).atZone(zone))
                            .toList();
        }
    }
}
