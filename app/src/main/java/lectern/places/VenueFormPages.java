package lectern.places;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
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
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opening and changing a venue.
@Controller
class VenueFormPages {
    private static final int UNPROCESSABLE = 422;
    private final VenueQueries queries;
    private final Venues venues;
    private final UnitNames units;
    private final Dictionary dictionary;

    VenueFormPages(VenueQueries queries, Venues venues, UnitNames units, Dictionary dictionary) {
        this.queries = queries;
        this.venues = venues;
        this.units = units;
        this.dictionary = dictionary;
    }

    /// @param unit where it is to be; the reader's own when it is left out
    @GetMapping("/venues/new")
    @Allow({Role.OFFICER, Role.KEEPER})
    String blank(@RequestParam(required = false) @Nullable UUID unit, Actor actor, Model model) {
        var form = new VenueForm("", (unit == null ? actor.unitId() : unit).toString(), "", "", "", "", "", "");
        return form(null, form, Fields.of(form.values()), actor, model);
    }

    @PostMapping("/venues")
    @Allow({Role.OFFICER, Role.KEEPER})
    String open(
            @Valid @ModelAttribute VenueForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var unit = check(form, result, actor);
        if (result.hasErrors() || unit.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(null, form, Fields.refused(result), actor, model);
        }
        return "redirect:/venues/" + venues.open(form, unit.get());
    }

    @GetMapping("/venues/{id}/edit")
    @Allow({Role.OFFICER, Role.KEEPER})
    String edit(@PathVariable UUID id, Actor actor, Model model) {
        var venue = queries.find(id).orElseThrow(Refusal::notFound);
        var form = VenueForm.of(venue);
        return form(venue, form, Fields.of(form.values()), actor, model);
    }

    @PostMapping("/venues/{id}")
    @Allow({Role.OFFICER, Role.KEEPER})
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute VenueForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var venue = queries.find(id).orElseThrow(Refusal::notFound);
        var unit = check(form, result, actor);
        if (result.hasErrors() || unit.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(venue, form, Fields.refused(result), actor, model);
        }
        venues.change(id, form, unit.get());
        return "redirect:/venues/" + id;
    }

    /// What only the tables know. Returns the unit when it is one of the actor's.
    private Optional<Unit> check(VenueForm form, BindingResult result, Actor actor) {
        if (!form.kind().isBlank()
                && !dictionary.entries(DictionaryKind.VENUE_KIND).containsKey(form.kind())) {
            result.rejectValue("kind", "field.choose", "field.choose");
        }
        var unit = unit(form).filter(found -> found.path().startsWith(actor.path()));
        if (unit.isEmpty() && !form.unit().isBlank()) {
            result.rejectValue("unit", "place.unit.outside", "place.unit.outside");
        }
        return unit;
    }

    private Optional<Unit> unit(VenueForm form) {
        try {
            return units.find(UUID.fromString(form.unit()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private String form(@Nullable Venue venue, VenueForm form, Fields fields, Actor actor, Model model) {
        model.addAttribute("venue", venue);
        model.addAttribute("form", form);
        model.addAttribute("fields", fields);
        model.addAttribute("kinds", VenueKinds.of(dictionary));
        model.addAttribute("unitName", unit(form).map(Unit::name).orElse(""));
        model.addAttribute("unitFixed", actor.is(Role.KEEPER));
        return "places/venue-form";
    }
}
