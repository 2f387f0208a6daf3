package lectern.platform.imports.work;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lectern.platform.imports.SheetKind;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of sheets that modules contribute, in the order in which an office fills an empty city.
@Component
class Kinds {
    private final List<SheetKind> kinds;

    Kinds(ObjectProvider<SheetKind> contributed) {
        kinds = contributed.stream()
                .sorted(Comparator.comparingInt(SheetKind::order))
                .toList();
    }

    Optional<SheetKind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    List<SheetKind> openTo(Actor actor) {
        return kinds.stream().filter(kind -> kind.opensTo(actor)).toList();
    }

    /// @throws Refusal 404 when there is none of that name, or none for this actor
    SheetKind required(String name, Actor actor) {
        return find(name).filter(kind -> kind.opensTo(actor)).orElseThrow(Refusal::notFound);
    }
}
