package lectern.insight;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Local days from one to another, both included.
public record Period(LocalDate from, LocalDate to) {
    private static final int DAYS_SHOWN_SINGLY = 45;
    private static final int MONTHS_SHOWN_SINGLY = 36;

    /// A period that is one click away.
    ///
    /// @param key message key of its name
    public record Preset(String key, Period period) {}

    /// The steps of a trend, as PostgreSQL's date_trunc names them.
    public enum Step {
        DAY,
        MONTH,
        YEAR;

        private LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /// The year that ends today: 365 days.
    static Period lastYear(LocalDate today) {
        return new Period(today.minusDays(364), today);
    }

    /// This month and the eleven before it.
    static Period twelveMonths(LocalDate today) {
        return new Period(today.withDayOfMonth(1).minusMonths(11), today);
    }

    static Period thisMonth(LocalDate today) {
        return new Period(today.withDayOfMonth(1), today);
    }

    static Period thisYear(LocalDate today) {
        return new Period(today.withDayOfYear(1), today);
    }

    /// From what was typed; a side that is empty is that of the usual period.
    ///
    /// @throws DateTimeParseException when it is no day
    static Period typed(String from, String to, Period usual) {
        return new Period(
                from.isBlank() ? usual.from : LocalDate.parse(from.strip()),
                to.isBlank() ? usual.to : LocalDate.parse(to.strip()));
    }

    boolean isBackwards() {
        return from.isAfter(to);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public Step step() {
        if (days() <= DAYS_SHOWN_SINGLY) {
            return Step.DAY;
        }
        return ChronoUnit.MONTHS.between(from, to) < MONTHS_SHOWN_SINGLY ? Step.MONTH : Step.YEAR;
    }

    /// The first days of its steps, without a hole.
    List<LocalDate> steps() {
        var step = step();
        var starts = new ArrayList<LocalDate>();
        for (var start = step.start(from); !start.isAfter(to); start = step.next(start)) {
            starts.add(start);
        }
        return starts;
    }
}
