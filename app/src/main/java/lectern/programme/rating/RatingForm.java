package lectern.programme.rating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a listener gives: stars and, if he likes, a word.
record RatingForm(
        @NotNull(message = "field.required") @Nullable UUID key,

        @NotNull(message = "rating.stars.choose")
        @Min(value = 1, message = "rating.stars.choose")
        @Max(value = 5, message = "rating.stars.choose")
        @Nullable
        Integer stars,

        @Size(max = 500, message = "field.tooLong") @Nullable
        String comment) {}
