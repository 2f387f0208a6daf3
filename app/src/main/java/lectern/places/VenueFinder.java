package lectern.places;

import java.util.List;
import java.util.Set;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.stereotype.Component;

/// Finds venues of the scope by name.
@Component
class VenueFinder implements Finder {
    private final VenueLists lists;

    VenueFinder(VenueLists lists) {
        this.lists = lists;
    }

    @Override
    public String kind() {
        return "venue";
    }

    @Override
    public String icon() {
        return "building-community";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.KEEPER);
    }

    @Override
    public List<Found> find(Search search) {
        return search.text().isEmpty()
                ? List.of()
                : lists.pick(search.text(), "").stream()
                        .limit(search.limit())
                        .map(pick -> new Found(pick.name(), pick.note(), "/venues/" + pick.id()))
                        .toList();
    }
}
