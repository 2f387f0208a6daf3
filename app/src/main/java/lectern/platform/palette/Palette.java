package lectern.platform.palette;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks all finders of a role in one transaction.
@Component
class Palette {
    private final List<Finder> finders;

    Palette(ObjectProvider<Finder> contributed) {
        finders = contributed.stream()
                .sorted(Comparator.comparingInt(Finder::order))
                .toList();
    }

    /// The kinds that have answers.
    @Transactional(readOnly = true)
    public List<Answers> search(Search search) {
        return finders.stream()
                .filter(finder -> finder.roles().contains(search.actor().role()))
                .map(finder -> new Answers(finder.kind(), finder.icon(), finder.find(search)))
                .filter(answers -> !answers.found().isEmpty())
                .toList();
    }
}
