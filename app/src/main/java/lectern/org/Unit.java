package lectern.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A node of the tree, as everybody may know it.
///
/// @param path of codes from the root, with the slash at its end
/// @param code unique within the city
/// @param lat degrees, WGS 84; null when nobody entered it
/// @param lon degrees, WGS 84; null when nobody entered it
public record Unit(
        UUID id,
        UUID cityId,
        @Nullable UUID parentId,
        String path,
        String code,
        String name,
        UnitLevel level,
        @Nullable Double lat,
        @Nullable Double lon) {}
