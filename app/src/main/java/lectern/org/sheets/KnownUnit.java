package lectern.org.sheets;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lectern.org.UnitLevel;
import lectern.platform.imports.SheetKind;
import org.jspecify.annotations.Nullable;

/// A unit that is in the tree already, in scope.
///
/// @param parentCode empty for the topmost
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
    /// The values of the columns that something says.
    Map<String, String> of(Map<String, String> said) {
        var values = new HashMap<String, String>();
        for (var column : said.keySet()) {
            values.put(
                    column,
                    switch (column) {
                        case UnitSheet.CODE -> code;
                        case UnitSheet.NAME -> name;
                        case UnitSheet.LEVEL -> level.name();
                        case UnitSheet.PARENT -> parentCode;
                        case UnitSheet.LAT -> lat == null ? "" : lat.toString();
                        case UnitSheet.LON -> lon == null ? "" : lon.toString();
                        case SheetKind.RETIRED -> retired ? "1" : "";
                        default -> throw new IllegalArgumentException("units have no column " + column);
                    });
        }
        return values;
    }
}
