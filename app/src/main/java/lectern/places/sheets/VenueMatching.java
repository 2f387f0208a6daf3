package lectern.places.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.org.Unit;
import lectern.platform.database.Identifiers;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.Verdict;
import lectern.platform.spreadsheet.Fold;

/// Decides which venue a row means: the only one of that name in that unit. A new one without a place of its own gets
/// its unit's, and the row says so.
final class VenueMatching {
    private final Map<String, List<KnownVenue>> byName;
    private final Map<String, Unit> units;
    private final Map<String, Integer> rows = new HashMap<>();

    /// @param units by code
    VenueMatching(List<KnownVenue> known, Map<String, Unit> units) {
        this.byName = known.stream().collect(Collectors.groupingBy(venue -> key(venue.unit(), venue.name())));
        this.units = units;
    }

    private static String key(String unit, String name) {
        return unit + " " + Fold.key(name);
    }

    Verdict judge(SheetLine line) {
        if (!line.sound() || !line.has(VenueSheet.NAME) || !line.has(VenueSheet.UNIT)) {
            return new Verdict.Failed(List.of());
        }
        if (line.has(VenueSheet.LAT) != line.has(VenueSheet.LON)) {
            return Verdict.failed(line.has(VenueSheet.LAT) ? VenueSheet.LON : VenueSheet.LAT, "venue.row.placeHalf");
        }
        var key = key(line.get(VenueSheet.UNIT), line.get(VenueSheet.NAME));
        var earlier = rows.putIfAbsent(key, line.number());
        if (earlier != null) {
            return Verdict.failed(VenueSheet.NAME, "venue.row.twice", earlier);
        }
        var all = byName.getOrDefault(key, List.of());
        var active = all.stream().filter(venue -> !venue.retired()).toList();
        var meant = active.isEmpty() ? all : active;
        return switch (meant.size()) {
            case 0 -> fresh(line);
            case 1 -> found(line, meant.getFirst());
            default -> Verdict.failed(VenueSheet.NAME, "venue.row.several", line.get(VenueSheet.NAME), meant.size());
        };
    }

    private static Verdict found(SheetLine line, KnownVenue venue) {
        var said = new HashMap<>(line.values());
        said.remove(SheetKind.RETIRED);
        if (venue.retired()) {
            said.put(SheetKind.RETIRED, "");
        }
        var after = new HashMap<>(said);
        // Written another way it is the same name still.
        after.put(VenueSheet.NAME, venue.name());
        return Verdict.compared(venue.id().toString(), venue.of(said), after, List.of());
    }

    private Verdict fresh(SheetLine line) {
        for (var column : List.of(VenueSheet.KIND, VenueSheet.CAPACITY)) {
            if (!line.has(column)) {
                return Verdict.failed(column, "import.cell.needed");
            }
        }
        var after = new HashMap<>(line.values());
        after.putIfAbsent(VenueSheet.SHARED, "false");
        if (line.has(VenueSheet.LAT)) {
            return fresh(after, List.of());
        }
        var unit = units.get(line.get(VenueSheet.UNIT));
        if (unit == null || unit.lat() == null || unit.lon() == null) {
            return Verdict.failed(VenueSheet.LAT, "venue.row.noPlace");
        }
        after.put(VenueSheet.LAT, Double.toString(unit.lat()));
        after.put(VenueSheet.LON, Double.toString(unit.lon()));
        return fresh(after, List.of(SheetProblem.at(VenueSheet.LAT, "venue.row.placeOfUnit", unit.name())));
    }

    private static Verdict fresh(Map<String, String> after, List<SheetProblem> notes) {
        return new Verdict.New(Identifiers.next().toString(), after, notes);
    }
}
