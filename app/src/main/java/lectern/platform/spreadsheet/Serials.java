package lectern.platform.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// Days as Excel counts them, with the time as the fraction.
final class Serials {
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    /// Excel counts a 29th of February 1900 that there was not, so from March 1900 on its first day is a day early.
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

    /// A plain number is taken for a day only between these; other numbers are more likely numbers.
    private static final LocalDate EARLIEST = LocalDate.of(1920, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private Serials() {}

    /// @return empty when no day that anybody plans stands under that number
    static Optional<LocalDate> day(BigDecimal serial, boolean from1904) {
        if (serial.signum() <= 0 || serial.compareTo(BigDecimal.valueOf(100_000)) > 0) {
            return Optional.empty();
        }
        var day = moment(serial, from1904).toLocalDate();
        return day.isBefore(EARLIEST) || !day.isBefore(LATEST) ? Optional.empty() : Optional.of(day);
    }

    static Optional<LocalTime> time(BigDecimal fraction) {
        return fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0
                ? Optional.empty()
                : Optional.of(moment(fraction, false).toLocalTime());
    }

    /// To the second: that is what people type, and what a fraction holds exactly enough.
    static LocalDateTime moment(BigDecimal serial, boolean from1904) {
        var seconds = serial.multiply(SECONDS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return (from1904 ? FROM_1904 : FROM_1900).atStartOfDay().plusSeconds(seconds);
    }
}
