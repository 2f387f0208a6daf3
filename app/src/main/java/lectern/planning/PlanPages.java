package lectern.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Materials;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The list of plans, the order of a new one, and a plan while it is made.
@Controller
class PlanPages {
    private static final int UNITS_OFFERED = 12;
    private final Plans plans;
    private final PlanQueries queries;
    private final Materials materials;
    private final UnitNames units;
    private final MessageSource messages;
    private final Clock clock;

    PlanPages(
            Plans plans,
            PlanQueries queries,
            Materials materials,
            UnitNames units,
            MessageSource messages,
            Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.materials = materials;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/plans")
    @Allow(Role.OFFICER)
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("plans", queries.list(state, q.strip(), page));
        model.addAttribute("address", Address.of(request));
        return "planning/plans";
    }

    /// @param again a plan that is to be made once more: the form begins with what it was ordered with
    /// @param unit whose requests the form begins with; the officer's own when it is left out
    /// @param firstDay next Monday when it is left out
    /// @param lastDay a week from the first day when it is left out
    @GetMapping("/plans/new")
    @Allow(Role.OFFICER)
    String order(
            @RequestParam(required = false) @Nullable UUID again,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate firstDay,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate lastDay,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        if (again != null) {
            return orderAgain(queries.find(again).orElseThrow(Refusal::notFound), actor, model);
        }
        var planned = unit(actor, unit == null ? actor.unitId() : unit);
        var first = firstDay == null ? today(actor).with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : firstDay;
        var last = lastDay == null ? first.plusDays(6) : lastDay;
        var words = new Words(messages, RequestContextUtils.getLocale(request));
        var fields = Fields.of(Map.of(
                "name", words.of("plan.nameOf", planned.name(), first.toString(), last.toString()),
                "unit", planned.id().toString(),
                "firstDay", first.toString(),
                "lastDay", last.toString(),
                "seconds", "30"));
        return form(actor, fields, planned, model);
    }

    private String orderAgain(Plan plan, Actor actor, Model model) {
        var fields = Fields.of(Map.of(
                "name", plan.name(),
                "unit", plan.unitId().toString(),
                "firstDay", plan.firstDay().toString(),
                "lastDay", plan.lastDay().toString(),
                "seconds", Integer.toString(plan.seconds())));
        return form(actor, fields, unit(actor, plan.unitId()), model);
    }

    private String form(Actor actor, Fields fields, Unit unit, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("unit", unit);
        model.addAttribute("canChoose", !units.children(actor.unitId()).isEmpty());
        return "planning/new";
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    /// @throws Refusal 404 when it lies outside of the actor's units
    private Unit unit(Actor actor, UUID id) {
        return units.find(id)
                .filter(found -> found.path().startsWith(actor.path()))
                .orElseThrow(Refusal::notFound);
    }

    /// The part of the form that tells how much there is to plan.
    @GetMapping("/plans/new/extent")
    @Allow(Role.OFFICER)
    String extent(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate firstDay,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate lastDay,
            Actor actor,
            Model model) {
        if (unit == null || firstDay == null || lastDay == null) {
            model.addAttribute("refused", "plan.refused.incomplete");
            return "planning/extent";
        }
        var refused = PlanForm.periodRefused(firstDay, lastDay, today(actor));
        if (refused != null) {
            model.addAttribute("refused", refused);
            return "planning/extent";
        }
        model.addAttribute("extent", extent(unit(actor, unit), firstDay, lastDay, actor));
        return "planning/extent";
    }

    private Materials.Extent extent(Unit unit, LocalDate firstDay, LocalDate lastDay, Actor actor) {
        return materials.extent(unit.path(), Horizon.of(firstDay, lastDay, actor.zone()), clock.instant());
    }

    /// The part of the form that offers units below the officer's own.
    @GetMapping("/plans/new/units")
    @Allow(Role.OFFICER)
    String units(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        model.addAttribute(
                "units",
                q.isBlank()
                        ? units.children(actor.unitId()).stream()
                                .limit(UNITS_OFFERED)
                                .toList()
                        : units.search(actor.path(), q, UNITS_OFFERED));
        return "planning/units";
    }

    @PostMapping("/plans")
    @Allow(Role.OFFICER)
    String order(
            @Valid @ModelAttribute PlanForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        form.check(result, today(actor));
        if (!result.hasErrors()) {
            var unit = unit(actor, form.unit());
            var extent = extent(unit, form.firstDay(), form.lastDay(), actor);
            if (extent.requests() > 0 && extent.speakers() > 0) {
                var id = plans.order(actor, unit, form.name().strip(), form.firstDay(), form.lastDay(), form.seconds());
                return "redirect:/plans/" + id;
            }
            result.rejectValue(
                    "lastDay",
                    "nothing",
                    extent.requests() == 0 ? "plan.refused.noRequests" : "plan.refused.noSpeakers");
        }
        response.setStatus(422);
        var unit = result.hasFieldErrors("unit") ? actor.unitId() : form.unit();
        return form(actor, Fields.refused(result), unit(actor, unit), model);
    }

    /// Ends the search and keeps the best plan so far.
    @PostMapping("/plans/{id}/stop")
    @Allow(Role.OFFICER)
    String stop(@PathVariable UUID id) {
        plans.stop(queries.find(id).orElseThrow(Refusal::notFound));
        return "redirect:/plans/" + id;
    }

    @PostMapping("/plans/{id}/discard")
    @Allow(Role.OFFICER)
    String discard(@PathVariable UUID id) {
        plans.discard(queries.find(id).orElseThrow(Refusal::notFound));
        return "redirect:/plans";
    }
}
