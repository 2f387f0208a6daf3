package lectern.programme.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.org.Dictionary;
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

/// The list of talks as a file, a whole year of a city if that is what is filtered.
@Controller
class TalkExport {
    private static final String KIND = "talks";
    private static final List<String> COLUMNS = List.of(
            "day",
            "from",
            "to",
            "unit",
            "unitName",
            "venue",
            "topic",
            "segment",
            "speaker",
            "state",
            "attendance",
            "counted",
            "reason");
    private static final List<String> WIDE = List.of("unitName", "venue", "topic", "reason");

    private static final String LIST = """
            select t.day, t.starts_at, t.ends_at, u.code as unit, u.name as unit_name, v.name as venue, p.name as topic,
                   t.segment, s.name as speaker, t.state, t.attendance, t.attendance_source, t.reason
            from talk t
            join topic p on p.id = t.topic_id
            join unit u on u.id = t.unit_id
            join venue v on v.id = t.venue_id
            left join visiting_speaker s on s.talk_id = t.id
            """ + TalkQueries.FILTER + " order by %s";

    private final TalkQueries queries;
    private final Dictionary dictionary;
    private final Exports exports;

    TalkExport(TalkQueries queries, Dictionary dictionary, Exports exports) {
        this.queries = queries;
        this.dictionary = dictionary;
        this.exports = exports;
    }

    @GetMapping("/talks/export")
    @Allow({Role.OFFICER, Role.KEEPER})
    void export(
            @ModelAttribute TalkFilter filter,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var line = new Line(actor.zone(), names());
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(
                                queries.filtered(LIST.formatted(TalkQueries.ORDERS.of(filter.sort())), filter))
                        .query(row -> {
                            table.row(line.of(row));
                        }));
        exports.send(export, format, actor, response);
    }

    /// The words that stand in the cells for codes.
    private Map<String, String> names() {
        var words = exports.words();
        var names = new HashMap<String, String>();
        dictionary.entries(DictionaryKind.SEGMENT).forEach((code, entry) -> names.put(code, entry.name(words)));
        Arrays.stream(TalkState.values()).forEach(state -> put(names, "talk.state.", state.name(), words));
        List.of("COUNTED", "ESTIMATED", "REGISTERED").forEach(source -> put(names, "headcount.source.", source, words));
        return names;
    }

    private static void put(Map<String, String> names, String prefix, String code, Words words) {
        names.put(code, words.of(prefix + code));
    }

    private record Line(ZoneId zone, Map<String, String> names) {
        List<@Nullable Object> of(ResultSet row) throws SQLException {
            return Arrays.asList(
                    row.getDate("day").toLocalDate(),
                    time(row, "starts_at"),
                    time(row, "ends_at"),
                    row.getString("unit"),
                    row.getString("unit_name"),
                    row.getString("venue"),
                    row.getString("topic"),
                    name(row.getString("segment")),
                    row.getString("speaker"),
                    name(row.getString("state")),
                    row.getObject("attendance"),
                    name(row.getString("attendance_source")),
                    row.getString("reason"));
        }

        private LocalTime time(ResultSet row, String column) throws SQLException {
            return LocalTime.ofInstant(row.getTimestamp(column).toInstant(), zone);
        }

        private @Nullable String name(@Nullable String code) {
            return code == null ? null : names.getOrDefault(code, code);
        }
    }
}
