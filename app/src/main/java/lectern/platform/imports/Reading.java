package lectern.platform.imports;

import java.util.List;

/// What came of a cell: its canonical value, or why it is none.
public sealed interface Reading {
    /// @param text canonical; empty counts as an empty cell
    record Value(String text) implements Reading {}

    /// @param key message that says what is wrong and what to do
    record Unreadable(String key, List<Object> arguments) implements Reading {}

    static Reading of(Object value) {
        return new Value(value.toString());
    }

    static Reading unreadable(String key, Object... arguments) {
        return new Unreadable(key, List.of(arguments));
    }
}
