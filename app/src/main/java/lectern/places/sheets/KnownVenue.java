package lectern.places.sheets;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lectern.platform.imports.SheetKind;

/// A venue that is there already.
///
/// @param unit code of its unit
record KnownVenue(
        UUID id,
        String name,
        String unit,
        String kind,
        String address,
        int capacity,
        double lat,
        double lon,
        boolean shared,
        boolean retired) {
    /// The values of the columns that something says.
    Map<String, String> of(Map<String, String> said) {
        var values = new HashMap<String, String>();
        for (var column : said.keySet()) {
            values.put(
                    column,
                    switch (column) {
                        case VenueSheet.NAME -> name;
                        case VenueSheet.UNIT -> unit;
                        case VenueSheet.KIND -> kind;
                        case VenueSheet.ADDRESS -> address;
                        case VenueSheet.CAPACITY -> Integer.toString(capacity);
                        case VenueSheet.LAT -> Double.toString(lat);
                        case VenueSheet.LON -> Double.toString(lon);
                        case VenueSheet.SHARED -> Boolean.toString(shared);
                        case SheetKind.RETIRED -> retired ? "1" : "";
                        default -> throw new IllegalArgumentException("venues have no column " + column);
                    });
        }
        return values;
    }
}
