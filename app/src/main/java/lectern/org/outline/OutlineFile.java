package lectern.org.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.platform.files.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads outlines of units out of a GeoJSON file (RFC 7946): a FeatureCollection whose features name their unit by
/// `id`,
/// `code` or `adcode`, or by `name`.
final class OutlineFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param problems when there are any, nothing should go in
    record Content(List<Outline> outlines, List<FileProblem> problems) {}

    private final List<Outline> outlines = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();

    private OutlineFile() {}

    static Content read(byte[] content) {
        var file = new OutlineFile();
        Texts.read(content)
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(
                        file::readText,
                        () -> file.problems.add(FileProblem.ofFile(
                                content.length == 0 ? "unit.outline.empty" : "unit.outline.notText")));
        return new Content(file.outlines, file.problems);
    }

    private void readText(String text) {
        try {
            readCollection(JSON.readTree(text));
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            problems.add(FileProblem.ofFile(
                    "unit.outline.json",
                    where == null ? 1 : Math.max(1, where.getLineNr()),
                    where == null ? 1 : Math.max(1, where.getColumnNr())));
        }
    }

    private void readCollection(JsonNode json) {
        var features = json.path("features");
        if (!json.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            problems.add(FileProblem.ofFile("unit.outline.collection"));
            return;
        }
        if (features.isEmpty()) {
            problems.add(FileProblem.ofFile("unit.outline.empty"));
        }
        for (var index = 0; index < features.size(); index++) {
            readFeature(features.get(index), index + 1);
        }
    }

    private void readFeature(JsonNode feature, int number) {
        var properties = feature.path("properties");
        var code = text(properties, "id", "code", "adcode");
        var name = text(properties, "name");
        if (code.isEmpty() && name.isEmpty()) {
            problems.add(FileProblem.at(number, "properties", "", "unit.outline.unnamed"));
            return;
        }
        try {
            var geometry = feature.path("geometry");
            var inside = Rings.pointInside(geometry);
            outlines.add(new Outline(number, code, name, geometry.toString(), inside.getY(), inside.getX()));
        } catch (Rings.Broken broken) {
            problems.add(FileProblem.at(number, name.isEmpty() ? code : name, "", broken.key(), broken.arguments()));
        }
    }

    /// The first of these that says something; numbers count as text, as `adcode` often is one.
    private static String text(JsonNode properties, String... names) {
        return Stream.of(names)
                .map(properties::path)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString("").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
