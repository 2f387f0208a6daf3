package lectern.platform.edit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One field of many rows, as the page sends it.
///
/// @param row the rows that are ticked
/// @param all every row that the filters match, in place of them
/// @param count how many those were when the page said so
public record RowsEdit(
        @Nullable String field,
        @Nullable String value,
        @Nullable List<UUID> row,
        @Nullable Boolean all,
        @Nullable Integer count) {
    public boolean isAll() {
        return Boolean.TRUE.equals(all);
    }

    public List<UUID> rows() {
        return row == null ? List.of() : row;
    }
}
