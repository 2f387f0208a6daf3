package lectern.planner.format;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON text from trees.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static byte[] write(JsonNode tree) {
        return (MAPPER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// One line, written piece by piece; the stream stays open.
    static void write(OutputStream out, Consumer<JsonGenerator> writer) {
        try {
            JsonGenerator generator = MAPPER.createGenerator(out);
            writer.accept(generator);
            generator.writeRaw('\n');
            generator.flush();
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }
}
