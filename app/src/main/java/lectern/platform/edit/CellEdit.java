package lectern.platform.edit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One cell, as the page sends it.
///
/// @param seen what the cell held when its editor opened
public record CellEdit(
        @Nullable UUID id,
        @Nullable String field,
        @Nullable String value,
        @Nullable String seen) {}
