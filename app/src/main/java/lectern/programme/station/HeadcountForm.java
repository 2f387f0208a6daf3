package lectern.programme.station;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many came, as the host reports it.
///
/// @param key made by the page; the same report sent twice counts once
record HeadcountForm(
        @NotNull(message = "field.required") @Nullable UUID key,

        @NotNull(message = "field.required")
        @Min(value = 0, message = "headcount.range")
        @Max(value = 100_000, message = "headcount.range")
        @Nullable
        Integer people,

        @NotNull(message = "field.choose") @Nullable HeadcountSource source,

        @Size(max = 500, message = "field.tooLong") @Nullable
        String reason) {}
