package lectern.platform.imports.work;

import java.util.List;

/// A row as a page tells it.
///
/// @param name what the row is about
/// @param values what it sets, with what stood there before
/// @param remarks why it failed, or what people should know
public record ShownRow(int number, String name, List<Value> values, List<Remark> remarks, boolean kept) {
    /// @param before empty where nothing stood, and for something new
    public record Value(String heading, String before, String after) {}

    /// @param place such as `C7`; empty for the whole row
    /// @param heading of the column; empty for the whole row
    public record Remark(String place, String heading, String text) {}
}
