package lectern.platform.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.web.Words;

/// What may stand in the cells of a column. A cell becomes a value in one canonical text, so that values can be kept
/// and compared; `shown` turns it into words again.
public interface CellType {
    /// @param cell not empty
    Reading read(Cell cell);

    /// The words for canonical values; values that are words themselves may be left out.
    default Map<String, String> shown(Collection<String> values, Words words) {
        return new HashMap<>();
    }

    /// What a drop-down offers; empty for none.
    default List<String> offered(Words words) {
        return List.of();
    }

    /// A value to show how it is done; empty when there is none.
    default String example(Words words) {
        return offered(words).stream().findFirst().orElse("");
    }

    /// Whether one of the offered texts is the whole cell, so that Excel may refuse others.
    default boolean isClosed() {
        return false;
    }

    default Shape shape() {
        return Shape.TEXT;
    }

    /// How Excel should show the column.
    enum Shape {
        TEXT,
        WHOLE,
        DECIMAL,
        DAY,
        TIME
    }
}
