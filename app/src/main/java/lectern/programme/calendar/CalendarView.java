package lectern.programme.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// How much of the calendar is looked at.
enum CalendarView {
    MONTH,
    WEEK,
    DAY,
    AGENDA;

    /// Its word in addresses.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The view of that word; the agenda for one that there is not.
    static CalendarView of(String word) {
        for (var view : values()) {
            if (view.word().equals(word)) {
                return view;
            }
        }
        return AGENDA;
    }

    LocalDate first(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case DAY, AGENDA -> day;
        };
    }

    /// The first day of the next stretch, or of the one before it.
    LocalDate step(LocalDate day, int direction) {
        return switch (this) {
            case MONTH -> first(day).plusMonths(direction);
            case WEEK -> first(day).plusWeeks(direction);
            case DAY -> day.plusDays(direction);
            case AGENDA -> day.plusWeeks(direction);
        };
    }
}
