package lectern.programme;

import java.util.List;
import java.util.UUID;
import lectern.platform.web.Pick;

/// The plans from which talks came, for whoever groups talks by them. Implemented where plans are made.
public interface PublishedPlans {
    /// The latest of the scope, those whose name holds the text.
    List<Pick> pick(String text);

    /// The name of a published plan in scope, or an empty text.
    String name(UUID planId);
}
