package lectern.planner.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import org.jspecify.annotations.Nullable;

/// A problem, with the defaults of the format. The same word again and again (a skill, a place) is kept once.
final class ProblemReader {

    private static final Set<String> KEYS =
            Set.of("travel", "weights", "places", "talks", "speakers", "pinned", "previous");

    private final JsonInput input;
    private final Map<String, String> words = new HashMap<>();
    private int spans;
    private @Nullable Travel travel;
    private Weights weights = Weights.DEFAULT;
    private @Nullable List<Place> places;
    private @Nullable List<Talk> talks;
    private @Nullable List<Speaker> speakers;
    private List<Assignment> pinned = List.of();
    private List<Assignment> previous = List.of();

    ProblemReader(JsonInput input) {
        this.input = input;
    }

    Problem read() {
        input.object("", KEYS, this::member);
        return new Problem(
                there("travel", travel),
                weights,
                there("places", places),
                there("talks", talks),
                there("speakers", speakers),
                pinned,
                previous);
    }

    private void member(String key) {
        switch (key) {
            case "travel" -> travel = new TravelReader(input).read();
            case "weights" -> weights = weights(input.value(key));
            case "places" -> places = input.list(key, FormatLimits.PLACES, this::place);
            case "talks" -> talks = input.list(key, FormatLimits.TALKS, this::talk);
            case "speakers" -> speakers = input.list(key, FormatLimits.SPEAKERS, this::speaker);
            case "pinned" -> pinned = input.list(key, FormatLimits.TALKS, PlanFile::assignment);
            default -> previous = input.list(key, FormatLimits.TALKS, PlanFile::assignment);
        }
    }

    private <T> T there(String key, @Nullable T value) {
        if (value == null) {
            throw input.fault("", "\"" + key + "\" is missing");
        }
        return value;
    }

    private Located span(Located json) {
        spans++;
        if (spans > FormatLimits.SPANS) {
            throw json.fault("more than " + FormatLimits.SPANS + " windows and shifts, too many for one problem");
        }
        return json;
    }

    private String word(Located json) {
        String word = words.computeIfAbsent(json.text(), same -> same);
        if (words.size() > FormatLimits.WORDS) {
            throw json.fault("more than " + FormatLimits.WORDS + " different words, too many for one problem");
        }
        return word;
    }

    private static Weights weights(Located json) {
        Weights usual = Weights.DEFAULT;
        json.object(Set.of("unserved", "travel", "shift", "misfit", "load", "repeat", "overtier", "change", "move"));
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

    private Place place(Located json) {
        json.object(Set.of("id", "lat", "lon", "x", "y", "exclusive"));
        return new Place(word(json.get("id")), position(json), json.flagOr("exclusive", true));
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

    private Talk talk(Located json) {
        json.object(Set.of("id", "place", "minutes", "windows", "needs", "minTier", "segment", "priority", "load"));
        return new Talk(
                json.get("id").text(),
                word(json.get("place")),
                json.get("minutes").integer(),
                json.get("windows").list(window -> span(window).pair(Window::new)),
                json.listOrNone("needs", this::word),
                json.integerOr("minTier", 0),
                json.has("segment") ? word(json.get("segment")) : null,
                json.integerOr("priority", 1),
                json.integerOr("load", 0));
    }

    private Speaker speaker(Located json) {
        json.object(
                Set.of("id", "home", "skills", "tier", "shifts", "maxTalks", "maxTalksPerShift", "capacity", "fit"));
        return new Speaker(
                json.get("id").text(),
                word(json.get("home")),
                json.listOrNone("skills", this::word),
                json.integerOr("tier", 0),
                json.get("shifts").list(shift -> span(shift).pair(Shift::new)),
                json.integerOr("maxTalks", Speaker.NO_CAP),
                json.integerOr("maxTalksPerShift", Speaker.NO_CAP),
                json.integerOr("capacity", 0),
                json.has("fit") ? fit(json.get("fit")) : Map.of());
    }

    private Map<String, Integer> fit(Located json) {
        json.object(Set.copyOf(List.copyOf(json.node().propertyNames())));
        Map<String, Integer> fit = new LinkedHashMap<>();
        for (String segment : json.node().propertyNames()) {
            fit.put(
                    words.computeIfAbsent(segment, same -> same),
                    json.get(segment).hundredths());
        }
        return fit;
    }
}
