package lectern.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import lectern.org.UnitNames;
import lectern.platform.export.Export;
import lectern.platform.export.ExportTable;
import lectern.platform.export.Exports;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// When the speakers of the list have time from today on, as a file: a row for each stretch of a day.
@Controller
class AvailabilityExport {
    private static final String KIND = "availability";
    private static final List<String> COLUMNS = List.of("speaker", "unit", "unitName", "phone", "day", "from", "to");
    private static final List<String> WIDE = List.of("unitName");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private static final String LIST = """
            with listed as materialized (
                select s.id, s.name, coalesce(u.code, '') as unit, coalesce(u.name, '') as unit_name, s.phone_tail
            """ + SpeakerQueries.FILTER + """
            )
            select s.name, s.unit, s.unit_name, s.phone_tail, f.starts_at, f.ends_at
            from listed s join availability f on f.speaker_id = s.id
            where f.ends_at > :today
            order by s.name collate "zh-x-icu", s.id, f.starts_at
            """;

    private final SpeakerQueries queries;
    private final UnitNames units;
    private final Exports exports;
    private final Clock clock;

    AvailabilityExport(SpeakerQueries queries, UnitNames units, Exports exports, Clock clock) {
        this.queries = queries;
        this.units = units;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/speakers/export/availability")
    @Allow(Role.OFFICER)
    void export(
            @ModelAttribute SpeakersAsked asked,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var filter = asked.filter(asked.below(units), actor.zone());
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        var list = queries.filtered(LIST, filter)
                .param("today", Timestamp.from(today.atStartOfDay(actor.zone()).toInstant()));
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(list).query(row -> {
                    days(row, today, actor.zone(), table);
                }));
        exports.send(export, format, actor, response);
    }

    /// A stretch that goes past midnight is one row for each of its days.
    private static void days(ResultSet row, LocalDate today, ZoneId zone, ExportTable table) throws SQLException {
        var from = row.getTimestamp("starts_at").toInstant().atZone(zone).toLocalDateTime();
        var to = row.getTimestamp("ends_at").toInstant().atZone(zone).toLocalDateTime();
        var tail = row.getString("phone_tail");
        for (var day = from.toLocalDate(); day.atStartOfDay().isBefore(to); day = day.plusDays(1)) {
            if (!day.isBefore(today)) {
                table.row(Arrays.asList(
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("unit_name"),
                        tail == null ? null : "*******" + tail,
                        day,
                        day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN,
                        day.equals(to.toLocalDate()) ? to.toLocalTime() : LAST_MINUTE));
            }
        }
    }
}
