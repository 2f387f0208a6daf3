package lectern.platform.filter;

import java.util.UUID;
import java.util.regex.Pattern;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Saving, renaming and deleting one's own filters, from the chips above a list; each leads back to the list.
@Controller
class SavedFilterPages {
    private static final Pattern PAGE = Pattern.compile("(/[a-z-]{1,20}){1,3}");
    private static final Pattern QUERY = Pattern.compile("[^\\s#]{1,1000}");
    private static final int LONGEST_NAME = 40;
    private final SavedFilters filters;

    SavedFilterPages(SavedFilters filters) {
        this.filters = filters;
    }

    /// @param on the address of the list with its filters, as it stands in the browser
    @PostMapping("/filters")
    @Allow({Role.OFFICER, Role.KEEPER})
    String save(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String name, Actor actor) {
        var question = on.indexOf('?');
        var page = question < 0 ? on : on.substring(0, question);
        var query = question < 0 ? "" : on.substring(question + 1);
        if (!PAGE.matcher(page).matches() || !QUERY.matcher(query).matches()) {
            throw Refusal.invalid("filter.nothing");
        }
        filters.save(actor, page, query, named(name));
        return "redirect:" + page + "?" + query;
    }

    @PostMapping("/filters/{id}/rename")
    @Allow({Role.OFFICER, Role.KEEPER})
    String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Actor actor) {
        var filter = find(actor, id);
        filters.rename(filter, named(name));
        return "redirect:" + filter.href();
    }

    @PostMapping("/filters/{id}/delete")
    @Allow({Role.OFFICER, Role.KEEPER})
    String delete(@PathVariable UUID id, Actor actor) {
        var filter = find(actor, id);
        filters.delete(filter);
        return "redirect:" + filter.href();
    }

    private SavedFilter find(Actor actor, UUID id) {
        return filters.find(actor, id).orElseThrow(Refusal::notFound);
    }

    private static String named(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw Refusal.invalid("filter.name.wrong", LONGEST_NAME);
        }
        return stripped;
    }
}
