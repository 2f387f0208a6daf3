package lectern.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a transaction may see: the rows of one city below one unit's path, and a speaker's own tasks.
///
/// @param cityId the city whose reference data is readable
/// @param path the unit's path with the slash at its end; every row whose path starts with it is visible
/// @param speakerId the speaker whose tasks are visible wherever they are, or null
public record Scope(UUID cityId, String path, @Nullable UUID speakerId) {
    public Scope {
        if (!path.endsWith("/")) {
            throw new IllegalArgumentException("path must end with a slash, was '" + path + "'");
        }
    }

    public Scope(UUID cityId, String path) {
        this(cityId, path, null);
    }

    /// Whether a row of that path is visible.
    public boolean covers(String other) {
        return other.startsWith(path);
    }
}
