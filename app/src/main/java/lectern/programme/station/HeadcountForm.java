package lectern.programme.station;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// How many came, as the host reports it.
///
/// @param key made by the page; the same report sent twice counts once
/// @param seen the figure that the reporter saw standing, such as `36/COUNTED`; whoever saw none, or another one than
///     stands now, did not mean to correct what stands
/// @param begins when the talk was to begin, as the reporter saw it; a page that a phone kept may be old
record HeadcountForm(
        @NotNull(message = "field.required") @Nullable UUID key,

        @NotNull(message = "field.required")
        @Min(value = 0, message = "headcount.range")
        @Max(value = 100_000, message = "headcount.range")
        @Nullable
        Integer people,

        @NotNull(message = "field.choose") @Nullable HeadcountSource source,

        @Size(max = 500, message = "field.tooLong") @Nullable
        String reason,

        @Nullable String seen,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant begins) {
    /// A figure as the form carries it along: `36/COUNTED`, or nothing where there is none.
    static String figure(@Nullable Integer people, @Nullable String source) {
        return people == null ? "" : people + "/" + source;
    }

    /// The figure that is reported.
    String figure() {
        return figure(people, source == null ? "" : source.name());
    }

    boolean isCorrection() {
        return seen != null && !seen.isEmpty() && !seen.equals(figure());
    }

    String why() {
        return reason == null ? "" : reason.strip();
    }
}
