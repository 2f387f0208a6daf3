package lectern.planner.format;

import java.nio.charset.StandardCharsets;
import lectern.planner.model.InvalidProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON text to and from trees, strictly.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static Located read(byte[] json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.isMissingNode()) {
                throw new InvalidProblemException("not JSON: the file is empty");
            }
            return new Located("", tree);
        } catch (JacksonException e) {
            String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new InvalidProblemException("not JSON" + where + ": " + what);
        }
    }

    static byte[] write(JsonNode tree) {
        return (MAPPER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
