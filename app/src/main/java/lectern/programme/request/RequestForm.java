package lectern.programme.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lectern.programme.DayPart;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/// What a keeper fills in. Up to three days, each with its part of the day; exact times for the first are optional.
///
/// @param key makes a repeated submission harmless
record RequestForm(
        @NotNull(message = "field.required") @Nullable UUID key,
        @NotNull(message = "field.required") @Nullable UUID venue,
        @NotNull(message = "field.required") @Nullable UUID topic,
        @NotBlank(message = "field.required") @Nullable String segment,

        @NotNull(message = "field.required")
        @Min(value = 1, message = "request.expected.range")
        @Max(value = 100_000, message = "request.expected.range")
        @Nullable
        Integer expected,

        @NotNull(message = "field.required") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day1,

        @Nullable DayPart part1,

        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable
        LocalTime from1,

        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable
        LocalTime to1,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day2,

        @Nullable DayPart part2,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day3,

        @Nullable DayPart part3,

        @Size(max = 500, message = "field.tooLong") @Nullable
        String note) {
    /// How far ahead a talk can be asked for.
    static final int MOST_DAYS_AHEAD = 180;

    /// Checks what spans fields: nothing in the past, no window that ends before it starts.
    void check(BindingResult result, LocalDate today) {
        checkDay(result, "day1", day1, today);
        checkDay(result, "day2", day2, today);
        checkDay(result, "day3", day3, today);
        if ((from1 == null) != (to1 == null)) {
            result.rejectValue(from1 == null ? "from1" : "to1", "window", "request.window.both");
        } else if (from1 != null && to1 != null && to1.isBefore(from1)) {
            result.rejectValue("to1", "window", "request.window.inverted");
        } else if (from1 == null && part1 == null) {
            result.rejectValue("part1", "window", "field.choose");
        }
    }

    private static void checkDay(BindingResult result, String field, @Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return;
        }
        if (!day.isAfter(today)) {
            result.rejectValue(field, "day", "request.day.past");
        } else if (day.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            result.rejectValue(field, "day", "request.day.far");
        }
    }

    /// The windows that were chosen, each day once.
    List<Window> windows(ZoneId zone) {
        var windows = new ArrayList<Window>();
        if (day1 != null && from1 != null && to1 != null) {
            windows.add(new Window(
                    day1.atTime(from1).atZone(zone).toInstant(),
                    day1.atTime(to1).atZone(zone).toInstant()));
        } else {
            add(windows, day1, part1, zone);
        }
        add(windows, day2, part2 == null ? part1 : part2, zone);
        add(windows, day3, part3 == null ? part1 : part3, zone);
        return windows.stream().distinct().toList();
    }

    private static void add(List<Window> windows, @Nullable LocalDate day, @Nullable DayPart part, ZoneId zone) {
        if (day != null && part != null) {
            windows.add(part.on(day, zone));
        }
    }
}
