package lectern.planner.format;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A problem as JSON, element by element, leaving out what the format assumes anyway.
final class ProblemWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Places up to which travel that the format has no kind for is written as a matrix.
    private static final int MOST_AS_MATRIX = 3_000;

    private final Problem problem;
    private final JsonGenerator json;

    ProblemWriter(Problem problem, JsonGenerator json) {
        this.problem = problem;
        this.json = json;
    }

    void write() {
        json.writeStartObject();
        json.writeName("travel");
        travel(problem.travel());
        json.writeName("weights");
        json.writeTree(weights(problem.weights()));
        array("places", problem.places(), ProblemWriter::place);
        array("talks", problem.talks(), ProblemWriter::talk);
        array("speakers", problem.speakers(), ProblemWriter::speaker);
        array("pinned", problem.pinned(), PlanFile::tree);
        array("previous", problem.previous(), PlanFile::tree);
        json.writeEndObject();
    }

    private <T> void array(String name, List<T> things, Function<T, ObjectNode> tree) {
        json.writeName(name);
        json.writeStartArray();
        things.forEach(thing -> json.writeTree(tree.apply(thing)));
        json.writeEndArray();
    }

    private void travel(Travel travel) {
        ObjectNode tree = JSON.objectNode();
        switch (travel) {
            case Travel.Haversine(double detour, double kmh) ->
                json.writeTree(
                        tree.put("kind", "haversine").put("detour", detour).put("kmh", kmh));
            case Travel.Euclidean(double scale) ->
                json.writeTree(tree.put("kind", "euclidean").put("scale", scale));
            case Travel.Matrix matrix -> matrix(matrix::row);
            default -> {
                if (problem.places().size() > MOST_AS_MATRIX) {
                    throw new InvalidProblemException(
                            "travel: has no form in the file but a matrix, which %d places are too many for (%d)"
                                    .formatted(problem.places().size(), MOST_AS_MATRIX));
                }
                matrix(this::row);
            }
        }
    }

    private int[] row(int from) {
        return IntStream.range(0, problem.places().size())
                .map(to -> problem.minutes(from, to))
                .toArray();
    }

    private void matrix(IntFunction<int[]> row) {
        json.writeStartObject();
        json.writeName("kind");
        json.writeString("matrix");
        json.writeName("minutes");
        json.writeStartArray();
        for (int from = 0; from < problem.places().size(); from++) {
            json.writeStartArray();
            for (int minutes : row.apply(from)) {
                json.writeNumber(minutes);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static ObjectNode weights(Weights weights) {
        return JSON.objectNode()
                .put("unserved", weights.unserved())
                .put("travel", weights.travel())
                .put("shift", weights.shift())
                .put("misfit", weights.misfit())
                .put("load", weights.load())
                .put("repeat", weights.repeat())
                .put("overtier", weights.overtier())
                .put("change", weights.change())
                .put("move", weights.move());
    }

    private static ObjectNode place(Place place) {
        ObjectNode json = JSON.objectNode().put("id", place.id());
        switch (place.position()) {
            case Position.Degrees(double lat, double lon) ->
                json.put("lat", lat).put("lon", lon);
            case Position.Point(double x, double y) -> json.put("x", x).put("y", y);
            case null -> {}
        }
        return json.put("exclusive", place.exclusive());
    }

    private static ObjectNode talk(Talk talk) {
        ObjectNode json = JSON.objectNode()
                .put("id", talk.id())
                .put("place", talk.place())
                .put("minutes", talk.minutes());
        ArrayNode windows = json.putArray("windows");
        talk.windows().forEach(window -> windows.addArray().add(window.from()).add(window.to()));
        putStrings(json, "needs", talk.needs());
        json.put("minTier", talk.minTier());
        if (talk.segment() != null) {
            json.put("segment", talk.segment());
        }
        return json.put("priority", talk.priority()).put("load", talk.load());
    }

    private static ObjectNode speaker(Speaker speaker) {
        ObjectNode json = JSON.objectNode().put("id", speaker.id()).put("home", speaker.home());
        putStrings(json, "skills", speaker.skills());
        json.put("tier", speaker.tier());
        ArrayNode shifts = json.putArray("shifts");
        speaker.shifts().forEach(shift -> shifts.addArray().add(shift.start()).add(shift.end()));
        if (speaker.maxTalks() != Speaker.NO_CAP) {
            json.put("maxTalks", speaker.maxTalks());
        }
        if (speaker.maxTalksPerShift() != Speaker.NO_CAP) {
            json.put("maxTalksPerShift", speaker.maxTalksPerShift());
        }
        json.put("capacity", speaker.capacity());
        ObjectNode fit = json.putObject("fit");
        new TreeMap<>(speaker.fit())
                .forEach((segment, hundredths) -> fit.put(segment, BigDecimal.valueOf(hundredths, 2)));
        return json;
    }

    private static void putStrings(ObjectNode json, String key, Collection<String> strings) {
        ArrayNode array = json.putArray(key);
        strings.forEach(array::add);
    }
}
