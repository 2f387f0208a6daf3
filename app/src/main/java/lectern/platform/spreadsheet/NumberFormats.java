package lectern.platform.spreadsheet;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells by a cell's number format whether its number is a day, a time or both.
///
/// @param hasDate shows a day, or a part of one
/// @param hasTime shows a time of day
record NumberFormats(boolean hasDate, boolean hasTime) {
    static final NumberFormats NEITHER = new NumberFormats(false, false);
    private static final NumberFormats DATE = new NumberFormats(true, false);
    private static final NumberFormats TIME = new NumberFormats(false, true);

    /// Texts, escaped characters, colours and conditions, which say nothing of the number.
    private static final Pattern BESIDE =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");

    static NumberFormats of(@Nullable Integer id, @Nullable String format) {
        return format == null ? id == null ? NEITHER : builtIn(id) : read(format);
    }

    /// The formats that a file names by number only; those from 27 on are what Excel has in Chinese.
    private static NumberFormats builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 ->
                id == 22 ? new NumberFormats(true, true) : DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> TIME;
            default -> NEITHER;
        };
    }

    private static NumberFormats read(String format) {
        var first = format.toLowerCase(Locale.ROOT).split(";", 2)[0];
        var letters = BESIDE.matcher(first).replaceAll("");
        if (letters.contains("general")) {
            return NEITHER;
        }
        var time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        // An m is the minute beside hours or seconds, else the month.
        var date = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('m') >= 0 && !time;
        return new NumberFormats(date, time);
    }

    boolean isMoment() {
        return hasDate || hasTime;
    }
}
