package lectern.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/// What an officer types to order a plan.
///
/// @param unit whose requests are planned
/// @param seconds of search, one of [#SECONDS]
record PlanForm(
        @NotBlank(message = "field.required") @Size(max = 80, message = "field.tooLong")
        String name,

        @NotNull(message = "field.choose") UUID unit,

        @NotNull(message = "field.required") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate firstDay,

        @NotNull(message = "field.required") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate lastDay,

        @NotNull(message = "field.choose") Integer seconds) {
    static final java.util.List<Integer> SECONDS = java.util.List.of(10, 30, 60, 300);
    static final int MOST_DAYS = 62;

    /// Adds what the annotations cannot say.
    void check(BindingResult result, LocalDate today) {
        if (!result.hasFieldErrors("seconds") && !SECONDS.contains(seconds)) {
            result.rejectValue("seconds", "choice", "field.choose");
        }
        if (result.hasFieldErrors("firstDay") || result.hasFieldErrors("lastDay")) {
            return;
        }
        var refused = periodRefused(firstDay, lastDay, today);
        if (refused != null) {
            result.rejectValue("lastDay", "period", refused);
        }
    }

    /// Message key of why that period cannot be planned, or null.
    static @Nullable String periodRefused(LocalDate firstDay, LocalDate lastDay, LocalDate today) {
        if (lastDay.isBefore(firstDay)) {
            return "plan.refused.backwards";
        }
        if (lastDay.isBefore(today)) {
            return "plan.refused.past";
        }
        return ChronoUnit.DAYS.between(firstDay, lastDay) >= MOST_DAYS ? "plan.refused.long" : null;
    }
}
