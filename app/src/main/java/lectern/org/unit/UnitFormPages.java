package lectern.org.unit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitLevel;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Adding and changing a unit, for the officers above it; of his own unit an officer changes the name and the place.
@Controller
class UnitFormPages {
    private final UnitQueries queries;
    private final UnitNames names;
    private final Units units;

    UnitFormPages(UnitQueries queries, UnitNames names, Units units) {
        this.queries = queries;
        this.names = names;
        this.units = units;
    }

    @GetMapping("/units/new")
    @Allow(Role.OFFICER)
    String blank(@RequestParam(required = false) @Nullable UUID parent, Actor actor, Model model) {
        var above = queries.find(parent == null ? actor.unitId() : parent).orElseThrow(Refusal::notFound);
        var level =
                levelsBelow(above.level()).stream().findFirst().map(Enum::name).orElse("");
        return form(null, above, Fields.of(Map.of("level", level)), model);
    }

    @PostMapping("/units")
    @Allow(Role.OFFICER)
    String add(
            @Valid @ModelAttribute UnitForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var above = parent(form).or(() -> queries.find(actor.unitId())).orElseThrow(Refusal::notFound);
        checkLevel(form, above, result);
        if (!result.hasErrors()) {
            try {
                return "redirect:/units/" + units.add(form, above);
            } catch (DuplicateKeyException taken) {
                result.rejectValue("code", "unit.code.taken", "unit.code.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(null, above, Fields.refused(result), model);
    }

    private Optional<Unit> parent(UnitForm form) {
        try {
            return queries.find(UUID.fromString(form.parent()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @GetMapping("/units/{id}/edit")
    @Allow(Role.OFFICER)
    String edit(@PathVariable UUID id, Model model) {
        var unit = find(id);
        return form(unit, above(unit), Fields.of(UnitForm.values(unit)), model);
    }

    @PostMapping("/units/{id}")
    @Allow(Role.OFFICER)
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute UnitForm form,
            BindingResult result,
            HttpServletResponse response,
            Model model) {
        var unit = find(id);
        var above = above(unit);
        checkLevel(form, above, result);
        checkChildren(form, unit, result);
        if (result.getFieldErrors().stream().anyMatch(error -> !error.getField().equals("code"))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(unit, above, Fields.refused(result), model);
        }
        units.change(id, form, UnitLevel.valueOf(form.level()));
        return "redirect:/units/" + id;
    }

    @PostMapping("/units/{id}/retire")
    @Allow(Role.OFFICER)
    String retire(@PathVariable UUID id, Actor actor) {
        if (id.equals(actor.unitId())) {
            throw Refusal.conflict("unit.retire.own");
        }
        units.retire(find(id));
        return "redirect:/units/" + id;
    }

    @PostMapping("/units/{id}/bring-back")
    @Allow(Role.OFFICER)
    String bringBack(@PathVariable UUID id) {
        units.bringBack(find(id));
        return "redirect:/units/" + id;
    }

    private Unit find(UUID id) {
        return queries.find(id).orElseThrow(Refusal::notFound);
    }

    private @Nullable Unit above(Unit unit) {
        var parent = unit.parentId();
        return parent == null ? null : names.find(parent).orElse(null);
    }

    private static void checkLevel(UnitForm form, @Nullable Unit above, BindingResult result) {
        if (above != null
                && !result.hasFieldErrors("level")
                && !levelsBelow(above.level()).contains(UnitLevel.valueOf(form.level()))) {
            result.rejectValue("level", "unit.level.order", "unit.level.order");
        }
    }

    private void checkChildren(UnitForm form, Unit unit, BindingResult result) {
        if (!result.hasFieldErrors("level")) {
            var allowed = levelsBelow(UnitLevel.valueOf(form.level()));
            if (queries.children(unit.id()).stream().anyMatch(child -> !allowed.contains(child.level()))) {
                result.rejectValue("level", "unit.level.children", "unit.level.children");
            }
        }
    }

    private static List<UnitLevel> levelsBelow(@Nullable UnitLevel level) {
        return Arrays.stream(UnitLevel.values())
                .filter(each -> level == null || each.compareTo(level) > 0)
                .toList();
    }

    private static String form(@Nullable Unit unit, @Nullable Unit above, Fields fields, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("above", above);
        model.addAttribute("levels", levelsBelow(above == null ? null : above.level()));
        model.addAttribute("fields", fields);
        return "org/unit-form";
    }
}
