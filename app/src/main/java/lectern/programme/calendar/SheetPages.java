package lectern.programme.calendar;

import gg.jte.Content;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.programme.talk.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The week on one sheet of A4 for the station's wall: what is settled, with the codes that lead to the public page and
/// to rating.
@Controller
class SheetPages {
    /// What a sheet can hold and still be read from two metres away.
    private static final int MOST = 24;

    /// With more, the codes for rating would push talks off the sheet.
    private static final int MOST_WITH_CODES = 6;

    private final JdbcClient jdbc;
    private final UnitNames units;
    private final Clock clock;

    SheetPages(JdbcClient jdbc, UnitNames units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/calendar/sheet")
    @Allow({Role.OFFICER, Role.KEEPER})
    @Transactional(readOnly = true)
    public String sheet(
            @RequestParam @Nullable UUID unit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Actor actor,
            Model model) {
        var at = units.find(unit == null ? actor.unitId() : unit)
                .filter(each -> each.path().startsWith(actor.path()))
                .orElseThrow(Refusal::notFound);
        var monday = CalendarView.WEEK.first(day == null ? LocalDate.ofInstant(clock.instant(), actor.zone()) : day);
        var rows = rows(at, actor.cityId(), monday);
        var shown = rows.subList(0, Math.min(MOST, rows.size()));
        model.addAttribute("unit", at);
        model.addAttribute("monday", monday);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(row -> new SheetLine(row, shown.size() > MOST_WITH_CODES ? null : ratingCode(row)))
                        .toList());
        model.addAttribute("more", rows.size() - shown.size());
        model.addAttribute("publicCode", publicCode(at));
        return "programme/calendar/sheet";
    }

    /// Those beyond what the sheet holds are only counted, up to a hundred.
    private List<SheetRow> rows(Unit unit, UUID cityId, LocalDate monday) {
        return jdbc.sql("""
                        select starts_at, ends_at, day, topic, unit, venue, address, speaker, rating_code
                        from calendar_talk where id in (
                            select id from talk
                            where city_id = :city and day >= :from and day < :until and state in ('ACCEPTED', 'HELD')
                              and path >= :below and path < :below || '~'
                            order by starts_at, id limit 100)
                        order by starts_at, id
                        """)
                .param("city", cityId)
                .param("from", Date.valueOf(monday))
                .param("until", Date.valueOf(monday.plusWeeks(1)))
                .param("below", unit.path())
                .query((row, number) -> new SheetRow(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getObject("day", LocalDate.class),
                        row.getString("topic"),
                        row.getString("unit"),
                        row.getString("venue"),
                        row.getString("address"),
                        row.getString("speaker"),
                        row.getString("rating_code")))
                .list();
    }

    private static Content ratingCode(SheetRow row) {
        return QrCode.drawing(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/rate/{code}")
                .buildAndExpand(row.ratingCode())
                .toUriString());
    }

    private static Content publicCode(Unit unit) {
        return QrCode.drawing(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(unit.name())
                .toUriString());
    }
}
