package lectern.platform.filter;

import java.util.List;
import java.util.Set;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import lectern.platform.web.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds one's own saved filters, also before anything is typed.
@Component
class SavedFilterFinder implements Finder {
    private final SavedFilters filters;
    private final ObjectProvider<Place> places;

    SavedFilterFinder(SavedFilters filters, ObjectProvider<Place> places) {
        this.filters = filters;
        this.places = places;
    }

    @Override
    public String kind() {
        return "filter";
    }

    @Override
    public String icon() {
        return "bookmark";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.KEEPER);
    }

    @Override
    public List<Found> find(Search search) {
        return filters.named(search.actor(), search.text(), search.limit()).stream()
                .map(filter -> new Found(filter.name(), listName(filter, search), filter.href()))
                .toList();
    }

    private String listName(SavedFilter filter, Search search) {
        return places.stream()
                .filter(place -> place.href().equals(filter.page()))
                .findFirst()
                .map(place -> search.words().of(place.key()))
                .orElse("");
    }
}
