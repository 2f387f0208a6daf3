package lectern.planner.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import org.jspecify.annotations.Nullable;

/// The parts of a problem, with the defaults of the format.
final class ProblemReader {

    private ProblemReader() {}

    static Travel travel(Located json) {
        json.object(Set.of("kind", "detour", "kmh", "scale", "minutes"));
        Located kind = json.get("kind");
        return switch (kind.text()) {
            case "haversine" -> {
                json.object(Set.of("kind", "detour", "kmh"));
                yield new Travel.Haversine(
                        json.get("detour").number(), json.get("kmh").number());
            }
            case "euclidean" -> {
                json.object(Set.of("kind", "scale"));
                yield new Travel.Euclidean(json.get("scale").number());
            }
            case "matrix" -> {
                json.object(Set.of("kind", "minutes"));
                yield new Travel.Matrix(
                        json.get("minutes").list(ProblemReader::row).toArray(int[][]::new));
            }
            default -> throw kind.fault("\"" + kind.text() + "\" is none of haversine, euclidean, matrix");
        };
    }

    private static int[] row(Located json) {
        return json.list(Located::integer).stream().mapToInt(Integer::intValue).toArray();
    }

    static Weights weights(Located root) {
        Weights usual = Weights.DEFAULT;
        if (!root.has("weights")) {
            return usual;
        }
        Located json = root.get("weights")
                .object(Set.of(
                        "unserved", "travel", "shift", "misfit", "load", "repeat", "overtier", "change", "move"));
        return new Weights(
                json.wholeNumberOr("unserved", usual.unserved()),
                json.wholeNumberOr("travel", usual.travel()),
                json.wholeNumberOr("shift", usual.shift()),
                json.wholeNumberOr("misfit", usual.misfit()),
                json.wholeNumberOr("load", usual.load()),
                json.wholeNumberOr("repeat", usual.repeat()),
                json.wholeNumberOr("overtier", usual.overtier()),
                json.wholeNumberOr("change", usual.change()),
                json.wholeNumberOr("move", usual.move()));
    }

    static Place place(Located json) {
        json.object(Set.of("id", "lat", "lon", "x", "y", "exclusive"));
        return new Place(json.get("id").text(), position(json), json.flagOr("exclusive", true));
    }

    private static @Nullable Position position(Located json) {
        boolean degrees = json.has("lat") || json.has("lon");
        boolean point = json.has("x") || json.has("y");
        if (degrees && point) {
            throw json.fault("has both lat, lon and x, y");
        } else if (degrees) {
            return new Position.Degrees(
                    json.get("lat").number(), json.get("lon").number());
        }
        return point ? new Position.Point(json.get("x").number(), json.get("y").number()) : null;
    }

    static Talk talk(Located json) {
        json.object(Set.of("id", "place", "minutes", "windows", "needs", "minTier", "segment", "priority", "load"));
        return new Talk(
                json.get("id").text(),
                json.get("place").text(),
                json.get("minutes").integer(),
                json.get("windows").list(window -> window.pair(Window::new)),
                json.listOrNone("needs", Located::text),
                json.integerOr("minTier", 0),
                json.textOrNull("segment"),
                json.integerOr("priority", 1),
                json.integerOr("load", 0));
    }

    static Speaker speaker(Located json) {
        json.object(
                Set.of("id", "home", "skills", "tier", "shifts", "maxTalks", "maxTalksPerShift", "capacity", "fit"));
        return new Speaker(
                json.get("id").text(),
                json.get("home").text(),
                json.listOrNone("skills", Located::text),
                json.integerOr("tier", 0),
                json.get("shifts").list(shift -> shift.pair(Shift::new)),
                json.integerOr("maxTalks", Speaker.NO_CAP),
                json.integerOr("maxTalksPerShift", Speaker.NO_CAP),
                json.integerOr("capacity", 0),
                json.has("fit") ? fit(json.get("fit")) : Map.of());
    }

    private static Map<String, Integer> fit(Located json) {
        json.object(Set.copyOf(List.copyOf(json.node().propertyNames())));
        Map<String, Integer> fit = new LinkedHashMap<>();
        for (String segment : json.node().propertyNames()) {
            fit.put(segment, json.get(segment).hundredths());
        }
        return fit;
    }
}
