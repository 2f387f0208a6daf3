package lectern.people;

import java.util.List;
import java.util.Set;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.stereotype.Component;

/// Finds speakers of the scope by name.
@Component
class SpeakerFinder implements Finder {
    private final SpeakerQueries queries;

    SpeakerFinder(SpeakerQueries queries) {
        this.queries = queries;
    }

    @Override
    public String kind() {
        return "speaker";
    }

    @Override
    public String icon() {
        return "microphone";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER);
    }

    @Override
    public List<Found> find(Search search) {
        return search.text().isEmpty()
                ? List.of()
                : queries.pick(search.text(), null).stream()
                        .limit(search.limit())
                        .map(pick -> new Found(pick.name(), pick.note(), "/speakers/" + pick.id()))
                        .toList();
    }
}
