package lectern.platform.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A slice of a list, in the order of the ids.
public record Slice<T>(
        @Schema(description = "How many there are in the token's unit", example = "1968")
        long total,

        @Schema(description = "The items of this slice, by id")
        List<T> items,

        @Schema(
                description = "Give it as `after` to get the next slice; null at the end",
                example = "AZN2mIbFeJqfH2rC3dCk0w",
                nullable = true)
        @Nullable
        String next) {

    /// @param rows the rows after the cut's mark, one more than the slice holds if there are so many
    public static <T> Slice<T> of(long total, List<T> rows, Cut cut, Function<T, UUID> id) {
        if (rows.size() <= cut.size()) {
            return new Slice<>(total, rows, null);
        }
        var items = rows.subList(0, cut.size());
        return new Slice<>(total, items, Cut.mark(id.apply(items.getLast())));
    }
}
