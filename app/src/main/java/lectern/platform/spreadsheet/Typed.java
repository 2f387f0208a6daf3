package lectern.platform.spreadsheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads days, times and numbers as people type them, on a Chinese or any other keyboard.
final class Typed {
    private static final String DAY = "(\\d{4})(?:[-/.]|\\u5E74)(\\d{1,2})(?:[-/.]|\\u6708)(\\d{1,2})\\u65E5?";
    private static final String TIME =
            "(\\u4E0A\\u5348|\\u4E0B\\u5348|\\u665A\\u4E0A)?\\s?(\\d{1,2})(?::|\\u65F6|\\u70B9)"
                    + "(?:(\\d{2})(?::(\\d{2}))?\\u5206?)?\\s?([AaPp][Mm])?";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CLOCK = Pattern.compile(TIME);
    private static final Pattern DATE_TIME = Pattern.compile(DAY + "(?:\\s|T)?" + TIME);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d{1,30})(\\.\\d{1,30})?");
    private static final int GROUPS_OF_A_DAY = 3;

    private Typed() {}

    static Optional<LocalDate> date(String text) {
        var typed = plain(text);
        var compact = COMPACT_DATE.matcher(typed);
        if (compact.matches()) {
            return day(compact);
        }
        var matcher = DATE.matcher(typed);
        return matcher.matches() ? day(matcher) : Optional.empty();
    }

    static Optional<LocalTime> time(String text) {
        var matcher = CLOCK.matcher(plain(text));
        return matcher.matches() ? clock(matcher, 0) : Optional.empty();
    }

    static Optional<LocalDateTime> dateTime(String text) {
        var matcher = DATE_TIME.matcher(plain(text));
        return matcher.matches()
                ? day(matcher).flatMap(day -> clock(matcher, GROUPS_OF_A_DAY).map(day::atTime))
                : Optional.empty();
    }

    static Optional<BigDecimal> decimal(String text) {
        var typed = plain(text);
        return NUMBER.matcher(typed).matches() ? Optional.of(new BigDecimal(typed.replace(",", ""))) : Optional.empty();
    }

    static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            return Optional.of(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// @param before groups of the pattern that stand before those of the time
    private static Optional<LocalTime> clock(Matcher matcher, int before) {
        var half = matcher.group(before + 1);
        var hour = number(matcher, before + 2);
        var minute = matcher.group(before + 3) == null ? 0 : number(matcher, before + 3);
        var second = matcher.group(before + 4) == null ? 0 : number(matcher, before + 4);
        var english = matcher.group(before + 5);
        var afternoon = english == null ? half != null && !half.equals("\u4E0A\u5348") : english.matches("[Pp].");
        if ((half != null || english != null) && hour > 12) {
            // 下午14:30 is said, and clear.
            afternoon = false;
        }
        var hours = afternoon && hour < 12 ? hour + 12 : !afternoon && english != null && hour == 12 ? 0 : hour;
        try {
            return Optional.of(LocalTime.of(hours, minute, second));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
