package lectern.org.unit;

import java.util.List;
import java.util.Set;
import lectern.org.UnitNames;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.stereotype.Component;

/// Finds units below the searcher's own by name.
@Component
class UnitFinder implements Finder {
    private final UnitNames names;

    UnitFinder(UnitNames names) {
        this.names = names;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public String icon() {
        return "sitemap";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR);
    }

    @Override
    public List<Found> find(Search search) {
        return search.text().isEmpty()
                ? List.of()
                : names.search(search.actor().path(), search.text(), search.limit()).stream()
                        .map(unit -> new Found(unit.name(), unit.code(), "/units/" + unit.id()))
                        .toList();
    }
}
