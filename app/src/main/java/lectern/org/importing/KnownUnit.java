package lectern.org.importing;

import java.util.UUID;
import lectern.org.UnitLevel;
import org.jspecify.annotations.Nullable;

/// A unit that is in the tree already, in scope.
record KnownUnit(
        UUID id,
        String path,
        String code,
        String name,
        UnitLevel level,
        String parentCode,
        @Nullable Double lat,
        @Nullable Double lon,
        boolean retired) {
    /// Whether the line says something else than the tree.
    boolean differs(UnitLine line) {
        return retired
                || !name.equals(line.name())
                || level != line.level()
                || line.lat() != null && !line.lat().equals(lat)
                || line.lon() != null && !line.lon().equals(lon);
    }
}
