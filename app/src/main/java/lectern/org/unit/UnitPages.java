package lectern.org.unit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Pick;
import lectern.platform.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The tree, unit by unit, and the search in it.
@Controller
class UnitPages {
    private static final int FOUND_SHOWN = 30;
    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");
    private final UnitQueries queries;
    private final UnitNames names;

    UnitPages(UnitQueries queries, UnitNames names) {
        this.queries = queries;
        this.names = names;
    }

    /// The actor's own unit, or what a search finds below it.
    @GetMapping("/units")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    String units(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        if (q.isBlank()) {
            return show(actor.unitId(), model);
        }
        model.addAttribute("q", q);
        model.addAttribute("found", names.search(actor.path(), q, FOUND_SHOWN));
        return "org/units-found";
    }

    @GetMapping("/units/{id}")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    String show(@PathVariable UUID id, Model model) {
        var unit = find(id);
        model.addAttribute("unit", unit);
        model.addAttribute("retired", queries.isRetired(id));
        model.addAttribute("lineage", names.lineage(unit.path()));
        model.addAttribute("children", queries.children(id));
        return "org/unit";
    }

    @GetMapping("/units/pick")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    @ResponseBody
    List<Pick> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return q.isBlank()
                ? List.of()
                : names.search(actor.path(), q, Pick.MOST).stream()
                        .map(unit -> new Pick(unit.id(), unit.name(), unit.code()))
                        .toList();
    }

    @GetMapping("/units/{id}/boundaries.geojson")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    ResponseEntity<String> boundaries(@PathVariable UUID id) {
        find(id);
        return geoJson(queries.outlinesBelow(id));
    }

    @GetMapping("/units/{id}/villages.geojson")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    ResponseEntity<String> villages(@PathVariable UUID id) {
        return geoJson(queries.villagesBelow(find(id)));
    }

    @GetMapping("/units/{id}/outline")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    ResponseEntity<String> outline(@PathVariable UUID id) {
        find(id);
        return queries.outline(id)
                .map(UnitPages::geoJson)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<String> geoJson(String body) {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(body);
    }

    private Unit find(UUID id) {
        return queries.find(id).orElseThrow(Refusal::notFound);
    }
}
