package lectern.platform.imports;

import java.util.List;
import lectern.platform.web.Words;

/// Something to say about a row: why it cannot go in, or what its author should know.
///
/// @param column the column that it is about; empty for the whole row
/// @param key message that says what is wrong and what to do
/// @param arguments texts; one with two languages is made by [#either]
public record SheetProblem(String column, String key, List<String> arguments) {
    private static final char LANGUAGES = '\u001f';

    public static SheetProblem at(String column, String key, Object... arguments) {
        return new SheetProblem(
                column, key, List.of(arguments).stream().map(Object::toString).toList());
    }

    /// An argument that reads differently in the two languages.
    public static String either(String zh, String en) {
        return zh + LANGUAGES + en;
    }

    public static SheetProblem at(String column, Reading.Unreadable unreadable) {
        return at(column, unreadable.key(), unreadable.arguments().toArray());
    }

    public String text(Words words) {
        return words.of(
                key,
                arguments.stream().map(argument -> inLanguage(argument, words)).toArray());
    }

    private static String inLanguage(String argument, Words words) {
        var between = argument.indexOf(LANGUAGES);
        return between < 0
                ? argument
                : words.isChinese() ? argument.substring(0, between) : argument.substring(between + 1);
    }
}
