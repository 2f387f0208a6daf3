package lectern.people;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Names of the topics that speakers speak about; the module that keeps topics answers.
public interface TopicNames {
    /// By id, in the order of their names; topics that are not known are left out.
    Map<UUID, String> of(Collection<UUID> ids);

    /// Those that can be chosen, by id, in the order of their names.
    Map<UUID, String> offeredNames();
}
