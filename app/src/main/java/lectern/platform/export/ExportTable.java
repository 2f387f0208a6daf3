package lectern.platform.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that is written row by row; a row is gone from memory soon after. No text in it is ever a formula.
public interface ExportTable extends AutoCloseable {
    /// @param values by column: String, Number, LocalDate, LocalTime, or null for an empty cell
    void row(List<? extends @Nullable Object> values);

    /// How many rows there are so far, without the headings.
    int rows();

    @Override
    void close() throws IOException;
}
