package lectern.insight.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.Unit;
import lectern.org.UnitLevel;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/// Which villages have not heard anything for long: map, table, topics by segments.
@Controller
class CoveragePages {
    private static final int YEAR = 12;

    private final GapQueries gaps;
    private final SubjectQueries subjects;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Clock clock;

    CoveragePages(GapQueries gaps, SubjectQueries subjects, UnitNames units, Dictionary dictionary, Clock clock) {
        this.gaps = gaps;
        this.subjects = subjects;
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/coverage")
    @Allow({Role.OFFICER, Role.KEEPER})
    String coverage(@ModelAttribute CoverageFilter filter, Actor actor, HttpServletRequest request, Model model) {
        var unit = shown(filter, actor);
        var today = today(actor);
        var topics = subjects.topics();
        model.addAttribute("unit", unit);
        model.addAttribute(
                "lineage",
                units.lineage(unit.path()).stream()
                        .filter(above -> actor.scope().covers(above.path()))
                        .toList());
        model.addAttribute("filter", filter);
        model.addAttribute("today", today);
        model.addAttribute("topics", topics);
        model.addAttribute("segments", dictionary.offered(DictionaryKind.SEGMENT));
        model.addAttribute("address", Address.of(request));
        if (filter.isBySubject() || unit.level() == UnitLevel.VILLAGE) {
            var months = filter.atLeast() == null || filter.months() == 0 ? YEAR : filter.months();
            model.addAttribute("months", months);
            model.addAttribute("table", subjects.table(unit, topics, today.minusMonths(months)));
            return "insight/coverage/subjects";
        }
        var parts = gaps.parts(unit, filter.subject(), today);
        model.addAttribute("parts", parts);
        model.addAttribute("count", parts.stream().map(GapPart::count).reduce(GapCount.NONE, GapCount::plus));
        model.addAttribute("villages", gaps.villages(unit, filter, today));
        return "insight/coverage/villages";
    }

    /// The villages as the map needs them; their outlines come with the units.
    @GetMapping("/coverage/villages.json")
    @Allow({Role.OFFICER, Role.KEEPER})
    @ResponseBody
    List<GapQueries.Spot> spots(@ModelAttribute CoverageFilter filter, Actor actor) {
        return gaps.spots(shown(filter, actor), filter.subject(), today(actor));
    }

    private Unit shown(CoverageFilter filter, Actor actor) {
        return units.find(filter.unit() == null ? actor.unitId() : filter.unit())
                .filter(unit -> actor.scope().covers(unit.path()))
                .orElseThrow(Refusal::notFound);
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
