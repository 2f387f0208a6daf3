package lectern.places;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.filter.SavesFilters;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Pick;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The list of venues and the page of one.
@Controller
class VenuePages {
    private final VenueLists lists;
    private final VenueQueries queries;
    private final Venues venues;
    private final UnitNames units;
    private final Dictionary dictionary;

    VenuePages(VenueLists lists, VenueQueries queries, Venues venues, UnitNames units, Dictionary dictionary) {
        this.lists = lists;
        this.queries = queries;
        this.venues = venues;
        this.units = units;
        this.dictionary = dictionary;
    }

    @GetMapping("/venues")
    @Allow({Role.OFFICER, Role.KEEPER})
    @SavesFilters
    String list(
            @ModelAttribute VenuesAsked asked,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var below = asked.below(units);
        model.addAttribute("listing", lists.list(asked.filter(below), page));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("kinds", VenueKinds.of(dictionary));
        model.addAttribute("unitName", below == null ? "" : below.name());
        return "places/venues";
    }

    @GetMapping("/venues/pick")
    @Allow({Role.OFFICER, Role.KEEPER})
    @ResponseBody
    List<Pick> pick(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable UUID unit) {
        var below = below(unit);
        return lists.pick(q, below == null ? "" : below.path());
    }

    private @Nullable Unit below(@Nullable UUID unit) {
        return unit == null ? null : units.find(unit).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/venues/{id}")
    @Allow({Role.OFFICER, Role.KEEPER})
    String show(@PathVariable UUID id, Model model) {
        var venue = queries.find(id).orElseThrow(Refusal::notFound);
        model.addAttribute("venue", venue);
        model.addAttribute("kinds", VenueKinds.of(dictionary));
        model.addAttribute("lineage", units.lineage(venue.path()));
        return "places/venue";
    }

    @PostMapping("/venues/{id}/retire")
    @Allow({Role.OFFICER, Role.KEEPER})
    String retire(@PathVariable UUID id) {
        venues.retire(id);
        return "redirect:/venues/" + id;
    }

    @PostMapping("/venues/{id}/reopen")
    @Allow({Role.OFFICER, Role.KEEPER})
    String reopen(@PathVariable UUID id) {
        venues.reopen(id);
        return "redirect:/venues/" + id;
    }
}
