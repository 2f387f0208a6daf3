package lectern.platform.web;

import java.util.Comparator;
import java.util.List;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All places, in the order of the work.
@Component
class Navigation {
    private final List<Place> places;

    Navigation(ObjectProvider<Place> contributed) {
        places = contributed.stream()
                .sorted(Comparator.comparingInt(Place::order))
                .toList();
    }

    List<Place> seenBy(@Nullable Actor actor) {
        return actor == null
                ? List.of()
                : places.stream()
                        .filter(place -> place.roles().contains(actor.role()))
                        .toList();
    }
}
