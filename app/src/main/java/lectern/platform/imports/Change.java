package lectern.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is to be written, or was: something new, or other values of something that is there.
///
/// @param before empty for something new
/// @param after by column; a column that is left out stays as it is, an empty value clears it
public record Change(String target, boolean fresh, Map<String, String> before, Map<String, String> after) {
    /// The way back.
    public Change reversed() {
        return new Change(target, false, after, before);
    }

    /// What changes say in a column, one text for each, for `unnest`; null where one says nothing of it.
    public static @Nullable String[] column(List<Change> changes, String column) {
        return column(changes, change -> change.after().get(column));
    }

    /// The same for what they mean by it.
    public static @Nullable String[] column(List<Change> changes, Function<Change, @Nullable String> cell) {
        return changes.stream().map(cell).toArray(String[]::new);
    }

    public static List<Change> fresh(List<Change> changes) {
        return changes.stream().filter(Change::fresh).toList();
    }

    public static List<Change> changed(List<Change> changes) {
        return changes.stream().filter(change -> !change.fresh()).toList();
    }
}
