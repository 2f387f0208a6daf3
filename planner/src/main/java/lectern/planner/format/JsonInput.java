package lectern.planner.format;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.planner.model.InvalidProblemException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON text read once from front to end, strictly; of its long lists only one element at a time is held as a tree.
final class JsonInput {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(FormatLimits.CHARACTERS)
                    .maxNameLength(FormatLimits.CHARACTERS)
                    .maxNumberLength(FormatLimits.CHARACTERS)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private int values;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /// @param reader is handed the input at its one value
    /// @throws InvalidProblemException when the text is no such JSON
    /// @throws UncheckedIOException when it cannot be read at all
    static <T> T read(InputStream json, Function<JsonInput, T> reader) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Utf8Input(json))) {
            return read(parser, reader);
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private static <T> T read(JsonParser parser, Function<JsonInput, T> reader) {
        try {
            if (parser.nextToken() == null) {
                throw new InvalidProblemException("not JSON: the file is empty");
            }
            T read = reader.apply(new JsonInput(parser));
            if (parser.nextToken() != null) {
                throw new InvalidProblemException("not JSON" + at(parser) + ": something follows the end");
            }
            return read;
        } catch (UnexpectedEndOfInputException e) {
            throw new InvalidProblemException("not JSON: the file ends" + at(parser) + within(parser, ", within "));
        } catch (StreamReadException | StreamConstraintsException e) {
            String message = e.getOriginalMessage() == null ? "unreadable" : e.getOriginalMessage();
            // Without Jackson's advice on how to switch strictness off.
            String what = message.lines()
                    .findFirst()
                    .orElse("unreadable")
                    .replaceAll(", from `[^`]*`|[:,(] ?enable `?.*", "");
            throw new InvalidProblemException("not JSON" + at(parser) + within(parser, ", in ") + ": " + what);
        }
    }

    private static String at(JsonParser parser) {
        var at = parser.currentLocation();
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String within(JsonParser parser, String before) {
        String path = path(parser.streamReadContext());
        return path.isEmpty() ? "" : before + path;
    }

    private static String path(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        String outer = parent == null ? "" : path(parent);
        if (context.inArray() && context.hasCurrentIndex()) {
            return outer + "[" + context.getCurrentIndex() + "]";
        } else if (context.inObject() && context.currentName() != null) {
            return outer.isEmpty() ? context.currentName() : outer + "." + context.currentName();
        }
        return outer;
    }

    /// The members of this object, which has none but the given keys, each once.
    ///
    /// @param path of the object
    /// @param member is told the key, and reads the value
    void object(String path, Set<String> keys, Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault(path, "must be an object");
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (!keys.contains(key)) {
                throw fault(path, "unknown key \"" + key + "\"");
            } else if (!seen.add(key)) {
                throw fault(path, "the key \"" + key + "\" stands twice");
            }
            parser.nextToken();
            member.accept(key);
        }
    }

    /// The elements of this array, none of which stays in memory but as what the reader makes of it.
    ///
    /// @param most how many are read
    <T> List<T> list(String path, int most, Function<Located, T> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault(path, "must be an array");
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() == most) {
                throw fault(path, "has more than " + most + " entries, too many for one problem");
            }
            list.add(element.apply(value(path + "[" + list.size() + "]")));
        }
        return list;
    }

    /// This value, whole.
    Located value(String path) {
        values = 0;
        return new Located(path, tree(0));
    }

    private JsonNode tree(int depth) {
        values++;
        if (values > FormatLimits.VALUES) {
            throw fault(path(parser.streamReadContext()), "more than " + FormatLimits.VALUES + " values in one entry");
        } else if (depth > FormatLimits.DEPTH) {
            throw fault(path(parser.streamReadContext()), "nested more than " + FormatLimits.DEPTH + " deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? NODES.numberNode(parser.getBigIntegerValue())
                        : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode decimal() {
        try {
            return NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            throw fault(path(parser.streamReadContext()), "is out of range");
        }
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (object.has(key)) {
                throw fault(path(parser.streamReadContext().getParent()), "the key \"" + key + "\" stands twice");
            }
            parser.nextToken();
            object.set(key, tree(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(tree(depth + 1));
        }
        return array;
    }

    InvalidProblemException fault(String path, String what) {
        return new InvalidProblemException(path.isEmpty() ? what : path + ": " + what);
    }
}
