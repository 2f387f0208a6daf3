package lectern.org;

import java.time.ZoneId;
import java.util.UUID;
import lectern.platform.database.Scope;

/// A city with its settings.
///
/// @param id of its unit
/// @param zone decides which local day a talk belongs to
public record City(UUID id, String path, String name, ZoneId zone) {
    /// What the public pages of the city stand in: its reference data, and rows of the whole city.
    public Scope scope() {
        return new Scope(id, path);
    }
}
