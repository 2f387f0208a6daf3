package lectern.programme.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import lectern.programme.DayPart;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What a citizen fills in without an account.
///
/// @param website a field that people do not see; programs fill it in
record CitizenForm(
        @NotNull(message = "field.required") @Nullable UUID key,
        @NotNull(message = "field.required") @Nullable UUID topic,
        @NotBlank(message = "field.required") @Nullable String segment,

        @NotNull(message = "field.required") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day1,

        @NotNull(message = "field.choose") @Nullable DayPart part1,

        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong") @Nullable
        String name,

        @Pattern(regexp = "^$|^[0-9 +-]{6,20}$", message = "request.phone.wrong") @Nullable
        String phone,

        @Size(max = 500, message = "field.tooLong") @Nullable
        String note,

        @Nullable String website) {}
