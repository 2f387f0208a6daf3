package lectern.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lectern.org.UnitNames;
import lectern.platform.export.Export;
import lectern.platform.export.Exports;
import lectern.platform.imports.Choice;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of speakers as a file, in the layout in which speakers come in. Telephone numbers stay masked.
@Controller
class SpeakerExport {
    static final String KIND = "speakers";

    private static final String LIST = """
            select s.name, coalesce(u.code, '') as unit, coalesce(u.name, '') as unit_name, s.source, s.tier, s.phone_tail,
                   s.birth_year, s.serves, s.month_limit,
                   (select string_agg(t.topic_id::text, ',' order by t.topic_id::text collate "C")
                    from speaker_topic t where t.speaker_id = s.id) as topics,
                   (select string_agg(g.segment || '=' || g.fit, ',' order by g.segment collate "C")
                    from speaker_segment g where g.speaker_id = s.id) as fit
            """ + SpeakerQueries.FILTER + " order by %s";

    private final SpeakerQueries queries;
    private final UnitNames units;
    private final Exports exports;

    SpeakerExport(SpeakerQueries queries, UnitNames units, Exports exports) {
        this.queries = queries;
        this.units = units;
        this.exports = exports;
    }

    @GetMapping("/speakers/export")
    @Allow(Role.OFFICER)
    void export(
            @ModelAttribute SpeakersAsked asked,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var filter = asked.filter(asked.below(units), actor.zone());
        var layout = exports.layout(KIND, Map.of("unit", "unitName"), actor);
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                layout.columns(),
                table -> Export.streaming(
                                queries.filtered(LIST.formatted(SpeakerQueries.ORDERS.of(filter.sort())), filter))
                        .query(row -> {
                            table.row(layout.row(values(row)));
                        }));
        exports.send(export, format, actor, response);
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        for (var column : List.of("name", "unit", "source", "tier", "topics", "fit")) {
            values.put(column, Objects.requireNonNullElse(row.getString(column), ""));
        }
        values.put("unitName", row.getString("unit_name"));
        values.put("phone", masked(row.getString("phone_tail")));
        values.put("birthYear", Objects.requireNonNullElse(row.getString("birth_year"), ""));
        values.put("serves", Choice.joined(List.of((String[])
                row.getArray("serves").getArray())));
        values.put("monthLimit", row.getString("month_limit"));
        return values;
    }

    private static String masked(@Nullable String tail) {
        return tail == null ? "" : "*" + tail;
    }
}
