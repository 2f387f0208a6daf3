package lectern.platform.imports;

import java.util.Map;

/// A row of a file, read.
///
/// @param number as people see it beside the row
/// @param values canonical, by column; empty cells are left out
/// @param sound whether every cell could be read
public record SheetLine(int number, Map<String, String> values, boolean sound) {
    /// The value of that column, empty when nothing was given.
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return !get(column).isEmpty();
    }
}
