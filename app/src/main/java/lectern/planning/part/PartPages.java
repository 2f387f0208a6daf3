package lectern.planning.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.planning.Plan;
import lectern.planning.board.Draft;
import lectern.planning.board.DraftSteps;
import lectern.planning.board.DraftedPlans;
import lectern.planning.board.Drafts;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The part of the board that plans a part again: choose units, watch, keep it or put it back.
@Controller
class PartPages {
    private static final Set<Integer> SECONDS = Set.of(5, 10, 30);
    private static final int UNITS = 400;
    private final DraftedPlans plans;
    private final Drafts drafts;
    private final DraftSteps steps;
    private final Replans replans;
    private final UnitNames units;

    PartPages(DraftedPlans plans, Drafts drafts, DraftSteps steps, Replans replans, UnitNames units) {
        this.plans = plans;
        this.drafts = drafts;
        this.steps = steps;
        this.replans = replans;
        this.units = units;
    }

    /// @param afresh to choose again, whatever came of the last time
    @GetMapping("/plans/{id}/part")
    @Allow(Role.OFFICER)
    String part(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean afresh, Model model) {
        var plan = plans.find(id);
        var draft = drafts.of(plan);
        model.addAttribute("plan", plan);
        var latest = replans.latest(id).orElse(null);
        if (latest != null && latest.isUnderWay()) {
            model.addAttribute("replan", latest);
            return "planning/part/running";
        }
        if (latest != null && !afresh && isLast(plan, latest)) {
            model.addAttribute("replan", latest);
            model.addAttribute(
                    "moves", latest.step() == null ? null : Moves.of(draft, steps.before(id, latest.step())));
            return "planning/part/result";
        }
        model.addAttribute("units", choices(plan, draft));
        return "planning/part/choose";
    }

    /// For a board that is opened while a part of its plan is being planned again.
    @GetMapping("/plans/{id}/part/running")
    @Allow(Role.OFFICER)
    ResponseEntity<Void> running(@PathVariable UUID id) {
        var underWay = replans.latest(plans.find(id).id()).filter(Replan::isUnderWay);
        return underWay.isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.noContent().build();
    }

    /// Whether nothing was changed since, so that what came of it can still be put back.
    private boolean isLast(Plan plan, Replan replan) {
        return switch (replan.state()) {
            case DONE -> steps.last(plan.id()).map(DraftSteps.Step::number).equals(Optional.ofNullable(replan.step()));
            case NOTHING -> plan.version() == replan.version();
            case FAILED -> plan.version() - replan.version() <= 1;
            case QUEUED, RUNNING -> false;
        };
    }

    /// The units of the two levels below the plan's that have talks, each after the one above it.
    private List<UnitChoice> choices(Plan plan, Draft draft) {
        var path = units.find(plan.unitId()).map(Unit::path).orElse(plan.path());
        var depth = path.split("/").length;
        var choices = new ArrayList<UnitChoice>();
        for (var unit : units.search(path, "", UNITS)) {
            var below = unit.path().split("/").length - depth;
            var talks = Math.toIntExact(draft.talks().values().stream()
                    .filter(talk -> talk.request().path().startsWith(unit.path()))
                    .count());
            if (below >= 1 && below <= 2 && talks > 0) {
                choices.add(new UnitChoice(unit, below, talks));
            }
        }
        choices.sort(Comparator.comparing(choice -> choice.unit().path()));
        return choices;
    }

    /// @param units that were chosen from the list
    /// @param talks that were caught on the map, in one field since they may be thousands
    @PostMapping("/plans/{id}/part")
    @Allow(Role.OFFICER)
    String replan(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> units,
            @RequestParam(defaultValue = "") List<UUID> talks,
            @RequestParam(defaultValue = "10") int seconds,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Model model) {
        var plan = plans.find(id);
        if (!SECONDS.contains(seconds)) {
            throw Refusal.invalid("field.choose");
        }
        var chosen = requests(plan, drafts.of(plan), units, talks);
        if (chosen.isEmpty()) {
            throw Refusal.invalid("plan.part.refused.nothing");
        }
        replans.order(actor, plan, chosen, seconds, version);
        return part(id, false, model);
    }

    private Set<UUID> requests(Plan plan, Draft draft, Set<UUID> chosen, List<UUID> talks) {
        var requests = new LinkedHashSet<UUID>();
        talks.stream().filter(draft.talks()::containsKey).forEach(requests::add);
        if (!chosen.isEmpty()) {
            var paths = choices(plan, draft).stream()
                    .map(UnitChoice::unit)
                    .filter(unit -> chosen.contains(unit.id()))
                    .map(Unit::path)
                    .toList();
            draft.talks().values().stream()
                    .filter(talk -> paths.stream().anyMatch(talk.request().path()::startsWith))
                    .forEach(talk -> requests.add(talk.id()));
        }
        return requests;
    }

    /// Ends the search and keeps the best so far.
    @PostMapping("/plans/{id}/part/stop")
    @Allow(Role.OFFICER)
    String stop(@PathVariable UUID id) {
        replans.stop(plans.find(id));
        return "redirect:/plans/" + id;
    }
}
