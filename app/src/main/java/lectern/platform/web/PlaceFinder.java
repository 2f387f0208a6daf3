package lectern.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.stereotype.Component;

/// Finds the places of the navigation by their names; before anything is typed, all of them.
@Component
class PlaceFinder implements Finder {
    private final Navigation navigation;

    PlaceFinder(Navigation navigation) {
        this.navigation = navigation;
    }

    @Override
    public String kind() {
        return "page";
    }

    @Override
    public String icon() {
        return "arrow-right";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.values());
    }

    @Override
    public List<Found> find(Search search) {
        var wanted = search.text().toLowerCase(Locale.ROOT);
        return navigation.seenBy(search.actor()).stream()
                .map(place -> new Found(search.words().of(place.key()), "", place.href()))
                .filter(found -> found.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }
}
