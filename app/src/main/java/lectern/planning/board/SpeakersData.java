package lectern.planning.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The speakers of a plan for the page's script, in arrays to be short. Their place in the list is their number.
///
/// @param units names of the units to which they belong
/// @param speakers [id, name, unit, group or −1, lat, lon, free time as start, minutes, start, minutes …]
record SpeakersData(List<String> units, List<List<Object>> speakers) {
    /// @param paths of the speakers' units
    static SpeakersData of(Draft draft, Map<UUID, String> paths) {
        var units = new LinkedHashMap<String, Integer>();
        var rows = new ArrayList<List<Object>>();
        var solution = draft.solution();
        var shifts = solution.shifts();
        for (var id : solution.speakers()) {
            var name = draft.names().get(id);
            var unit = name == null ? "" : name.unitName();
            var home = solution.home(id);
            var free = new ArrayList<Integer>();
            for (var shift : shifts.get(rows.size())) {
                free.add(shift.from());
                free.add(shift.to() - shift.from());
            }
            rows.add(List.of(
                    id,
                    name == null ? "" : name.name(),
                    units.computeIfAbsent(unit, key -> units.size()),
                    draft.groupOf(paths.getOrDefault(id, "")),
                    home.lat(),
                    home.lon(),
                    free));
        }
        return new SpeakersData(List.copyOf(units.keySet()), rows);
    }
}
