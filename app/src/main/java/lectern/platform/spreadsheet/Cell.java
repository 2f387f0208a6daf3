package lectern.platform.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What stands in a cell, and what it can be read as.
public sealed interface Cell {
    Cell EMPTY = new Empty();

    /// As people see it, folded by [Fold#text].
    String text();

    /// As it stood in the file.
    default String raw() {
        return text();
    }

    default boolean isEmpty() {
        return text().isEmpty();
    }

    /// A day: a cell with a date's format, the serial number of one, or a text such as `2026-11-25`, `2026/11/25`,
    /// `2026.11.25`, `2026年11月25日`.
    default Optional<LocalDate> date() {
        return Typed.date(text());
    }

    /// A time of day: a cell with a time's format, a fraction of a day, or a text such as `14:30`, `14时30分`,
    /// `下午2:30`, `2:30 PM`.
    default Optional<LocalTime> time() {
        return Typed.time(text());
    }

    /// A day and a time in one cell.
    default Optional<LocalDateTime> dateTime() {
        return Typed.dateTime(text());
    }

    /// `12`, `1,200`, `１２.５`; not `12人`.
    default Optional<BigDecimal> decimal() {
        return Typed.decimal(text());
    }

    default Optional<Integer> whole() {
        return decimal().flatMap(Typed::whole);
    }

    /// Nothing, or nothing but spaces.
    record Empty() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    record Text(String raw, String text) implements Cell {
        /// @return [Cell#EMPTY] for a text without a visible character
        static Cell of(String raw) {
            var text = Fold.text(raw);
            return text.isEmpty() ? EMPTY : new Text(raw, text);
        }
    }

    /// @param from1904 whether days are counted from 1904, as files of old Macintosh computers do
    record Numeric(BigDecimal value, boolean from1904) implements Cell {
        private static final MathContext SHOWN = new MathContext(15);

        /// To 15 digits like Excel, so that 0.1 + 0.2 is 0.3; never in powers of ten, so that a telephone number stays
        /// one.
        @Override
        public String text() {
            var shown = value.round(SHOWN).stripTrailingZeros();
            return shown.signum() == 0 ? "0" : shown.toPlainString();
        }

        @Override
        public Optional<LocalDate> date() {
            var typed = Typed.date(text());
            return typed.isPresent() ? typed : Serials.day(value, from1904);
        }

        @Override
        public Optional<LocalTime> time() {
            return Serials.time(value);
        }

        @Override
        public Optional<LocalDateTime> dateTime() {
            return Serials.day(value, from1904).flatMap(day -> Optional.of(Serials.moment(value, from1904)));
        }

        @Override
        public Optional<BigDecimal> decimal() {
            return Optional.of(value.round(SHOWN));
        }
    }

    /// A number whose format shows it as a date, a time or both.
    record Moment(LocalDateTime value, boolean hasDate, boolean hasTime) implements Cell {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

        @Override
        public String text() {
            if (!hasTime) {
                return value.toLocalDate().toString();
            }
            var time = TIME.format(value);
            return hasDate ? value.toLocalDate() + " " + time : time;
        }

        @Override
        public Optional<LocalDate> date() {
            return hasDate ? Optional.of(value.toLocalDate()) : Optional.empty();
        }

        @Override
        public Optional<LocalTime> time() {
            return hasTime && !hasDate ? Optional.of(value.toLocalTime()) : Optional.empty();
        }

        @Override
        public Optional<LocalDateTime> dateTime() {
            return hasDate && hasTime ? Optional.of(value) : Optional.empty();
        }

        @Override
        public Optional<BigDecimal> decimal() {
            return Optional.empty();
        }
    }

    record Truth(boolean value) implements Cell {
        @Override
        public String text() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /// A formula that came to nothing, such as `#REF!`.
    record Broken(String text) implements Cell {}
}
