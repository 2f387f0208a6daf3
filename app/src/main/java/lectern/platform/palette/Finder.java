package lectern.platform.palette;

import java.util.List;
import java.util.Set;
import lectern.platform.security.Role;

/// Finds one kind of thing for the command palette, in the scope of whoever searches, with one query at most. Modules
/// contribute theirs as beans. The text `palette.kind` names the kind.
public interface Finder {
    String kind();

    /// Name of an icon in Tabler's outline set.
    String icon();

    /// Its place among the answers.
    int order();

    /// Who may open what it finds.
    Set<Role> roles();

    /// The best first. Before anything is typed most find nothing.
    List<Found> find(Search search);
}
