package lectern.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What came of it, unit by unit down to the single talk.
@Controller
class FigurePages {
    private static final int SOME = 5;

    private final Dashboards dashboards;
    private final FigureQueries figures;
    private final TalkLines talks;
    private final UnitNames units;
    private final Clock clock;

    FigurePages(Dashboards dashboards, FigureQueries figures, TalkLines talks, UnitNames units, Clock clock) {
        this.dashboards = dashboards;
        this.figures = figures;
        this.talks = talks;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/figures")
    @Allow({Role.OFFICER, Role.KEEPER})
    ModelAndView figures(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            HttpServletRequest request) {
        var shown = seen(unit == null ? actor.unitId() : unit, actor);
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        var usual = Period.twelveMonths(today);
        var problem = problem(from, to, usual);
        var period = problem == null ? Period.typed(from, to, usual) : usual;
        var dashboard = dashboards.of(shown, period, page);
        var view = new ModelAndView("insight/figures");
        view.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("unit", shown);
        view.addObject(
                "lineage",
                dashboard.lineage().stream()
                        .filter(above -> actor.scope().covers(above.path()))
                        .toList());
        view.addObject("period", period);
        view.addObject("presets", presets(today));
        view.addObject("fields", fields(from, to, period, problem));
        view.addObject("total", dashboard.total());
        view.addObject("own", dashboard.own());
        view.addObject("parts", dashboard.parts().stream().sorted(order(sort)).toList());
        view.addObject("reach", dashboard.reach());
        view.addObject("trend", dashboard.trend());
        view.addObject("talks", dashboard.talks());
        view.addObject("address", Address.of(request));
        return view;
    }

    /// Figures, last and next talks of a unit, for the unit's page.
    @GetMapping("/units/{id}/happenings")
    @Allow({Role.OFFICER, Role.KEEPER})
    String happenings(@PathVariable UUID id, Actor actor, Model model) {
        var unit = seen(id, actor);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, actor.zone());
        var period = Period.twelveMonths(today);
        model.addAttribute("unit", unit);
        model.addAttribute("period", period);
        model.addAttribute("total", figures.total(unit.path(), period));
        model.addAttribute("latest", talks.latest(unit.path(), today, SOME));
        model.addAttribute("next", talks.next(unit.path(), now, today, SOME));
        return "insight/happenings";
    }

    private Unit seen(UUID id, Actor actor) {
        return units.find(id).filter(unit -> actor.scope().covers(unit.path())).orElseThrow(Refusal::notFound);
    }

    private static List<Period.Preset> presets(LocalDate today) {
        return List.of(
                new Period.Preset("figures.thisMonth", Period.thisMonth(today)),
                new Period.Preset("figures.twelveMonths", Period.twelveMonths(today)),
                new Period.Preset("figures.thisYear", Period.thisYear(today)));
    }

    private static Fields.@Nullable Problem problem(String from, String to, Period usual) {
        try {
            var typed = Period.typed(from, to, usual);
            return typed.isBackwards()
                    ? new Fields.Problem("figures.backwards")
                    : typed.from().getYear() < 2000 || typed.to().getYear() > 2200
                            ? new Fields.Problem("field.outOfRange")
                            : null;
        } catch (DateTimeException noDay) {
            return new Fields.Problem("field.unreadable");
        }
    }

    private static Fields fields(String from, String to, Period period, Fields.@Nullable Problem problem) {
        return problem == null
                ? Fields.of(Map.of(
                        "from", period.from().toString(), "to", period.to().toString()))
                : new Fields(Map.of("from", from, "to", to), Map.of("from", problem));
    }

    /// Units stand by code unless the reader asks for another order; a minus turns it round.
    private static Comparator<Part> order(String sort) {
        Comparator<Part> order = switch (sort.startsWith("-") ? sort.substring(1) : sort) {
            case "talks" -> Comparator.comparing(part -> part.figure().talks());
            case "attendances" -> Comparator.comparing(part -> part.figure().attendances());
            case "covered" -> Comparator.comparing(part -> part.reach().share());
            default -> (one, other) -> 0;
        };
        return sort.startsWith("-") ? order.reversed() : order;
    }
}
