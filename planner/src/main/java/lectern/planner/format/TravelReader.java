package lectern.planner.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Travel;
import org.jspecify.annotations.Nullable;

/// How long it takes to get from place to place. A matrix is kept row by row, since it may be most of the file.
final class TravelReader {

    private static final Set<String> KEYS = Set.of("kind", "detour", "kmh", "scale", "minutes");

    private final JsonInput input;
    private final Map<String, Located> members = new HashMap<>();
    private @Nullable List<int[]> rows;

    TravelReader(JsonInput input) {
        this.input = input;
    }

    Travel read() {
        input.object("travel", KEYS, this::member);
        Located kind = get("kind");
        return switch (kind.text()) {
            case "haversine" -> {
                checkKeys("kind", "detour", "kmh");
                yield new Travel.Haversine(get("detour").number(), get("kmh").number());
            }
            case "euclidean" -> {
                checkKeys("kind", "scale");
                yield new Travel.Euclidean(get("scale").number());
            }
            case "matrix" -> {
                checkKeys("kind", "minutes");
                if (rows == null) {
                    throw missing("minutes");
                }
                yield new Travel.Matrix(rows.toArray(int[][]::new));
            }
            default -> throw kind.fault("\"" + kind.text() + "\" is none of haversine, euclidean, matrix");
        };
    }

    private void member(String key) {
        if (key.equals("minutes")) {
            rows = input.list("travel.minutes", FormatLimits.MATRIX, TravelReader::row);
        } else {
            members.put(key, input.value("travel." + key));
        }
    }

    private static int[] row(Located json) {
        return json.list(Located::integer).stream().mapToInt(Integer::intValue).toArray();
    }

    private void checkKeys(String... known) {
        Set<String> keys = Set.of(known);
        for (String key : members.keySet()) {
            if (!keys.contains(key)) {
                throw input.fault("travel", "unknown key \"" + key + "\"");
            }
        }
        if (rows != null && !keys.contains("minutes")) {
            throw input.fault("travel", "unknown key \"minutes\"");
        }
    }

    private Located get(String key) {
        Located member = members.get(key);
        if (member == null) {
            throw missing(key);
        }
        return member;
    }

    private InvalidProblemException missing(String key) {
        return input.fault("travel", "\"" + key + "\" is missing");
    }
}
