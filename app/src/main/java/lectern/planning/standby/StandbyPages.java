package lectern.planning.standby;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who stands by for an area and a day: proposed, asked, agreed.
@Controller
class StandbyPages {
    private final Standbys standbys;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Clock clock;

    StandbyPages(Standbys standbys, UnitNames units, Dictionary dictionary, Clock clock) {
        this.standbys = standbys;
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/standby")
    @Allow(Role.OFFICER)
    String show(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable LocalDate day,
            Actor actor,
            Model model) {
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        var that = day == null ? today.plusDays(1) : day;
        var area = area(unit, actor);
        model.addAttribute("area", area);
        model.addAttribute("day", that);
        model.addAttribute("asked", standbys.asked(area, that));
        model.addAttribute("proposal", standbys.propose(area, that, actor));
        model.addAttribute("tiers", dictionary.entries(DictionaryKind.TIER));
        model.addAttribute("fields", Fields.of(Map.of("unit", area.id().toString())));
        model.addAttribute("past", that.isBefore(today));
        return "planning/change/standby";
    }

    private Unit area(@Nullable UUID unit, Actor actor) {
        return units.find(unit == null ? actor.unitId() : unit)
                .filter(found -> actor.scope().covers(found.path()))
                .orElseThrow(Refusal::notFound);
    }

    @PostMapping("/standby")
    @Allow(Role.OFFICER)
    String ask(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable List<UUID> speaker,
            Actor actor) {
        if (day == null || speaker == null || speaker.isEmpty()) {
            throw Refusal.invalid("standby.choose");
        }
        var area = area(unit, actor);
        standbys.ask(area, day, speaker, actor);
        return "redirect:/standby?unit=" + area.id() + "&day=" + day;
    }

    @PostMapping("/standby/{standby}/withdraw")
    @Allow(Role.OFFICER)
    String withdraw(@PathVariable UUID standby) {
        standbys.withdraw(standby);
        return "redirect:/standby";
    }
}
