package lectern.planner.format;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.TreeMap;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A problem as a JSON tree, leaving out what the format assumes anyway.
final class ProblemWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProblemWriter() {}

    static ObjectNode tree(Problem problem) {
        ObjectNode root = JSON.objectNode();
        root.set("travel", travel(problem.travel()));
        root.set("weights", weights(problem.weights()));
        ArrayNode places = root.putArray("places");
        problem.places().forEach(place -> places.add(place(place)));
        ArrayNode talks = root.putArray("talks");
        problem.talks().forEach(talk -> talks.add(talk(talk)));
        ArrayNode speakers = root.putArray("speakers");
        problem.speakers().forEach(speaker -> speakers.add(speaker(speaker)));
        ArrayNode pinned = root.putArray("pinned");
        problem.pinned().forEach(pin -> pinned.add(PlanFile.tree(pin)));
        ArrayNode previous = root.putArray("previous");
        problem.previous().forEach(before -> previous.add(PlanFile.tree(before)));
        return root;
    }

    private static ObjectNode travel(Travel travel) {
        ObjectNode json = JSON.objectNode();
        switch (travel) {
            case Travel.Haversine(double detour, double kmh) ->
                json.put("kind", "haversine").put("detour", detour).put("kmh", kmh);
            case Travel.Euclidean(double scale) -> json.put("kind", "euclidean").put("scale", scale);
            case Travel.Matrix matrix -> {
                ArrayNode rows = json.put("kind", "matrix").putArray("minutes");
                for (int i = 0; i < matrix.rows(); i++) {
                    ArrayNode row = rows.addArray();
                    for (int minutes : matrix.row(i)) {
                        row.add(minutes);
                    }
                }
            }
        }
        return json;
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
