package lectern.platform.spreadsheet;

/// Keeps text from becoming a formula where somebody opens it: what begins with `=`, `+`, `-`, `@`, a tab or a line
/// break would be one in a csv file.
public final class Formulas {
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Formulas() {}

    public static boolean looksLikeOne(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }

    /// The text with an apostrophe before what would be a formula, and before apostrophes that would be taken for ours.
    public static String escaped(String text) {
        return looksLikeOne(text) || isEscaped(text) ? "'" + text : text;
    }

    /// The text that [#escaped] was given.
    static String unescaped(String text) {
        return isEscaped(text) ? text.substring(1) : text;
    }

    private static boolean isEscaped(String text) {
        return text.length() > 1
                && text.charAt(0) == '\''
                && (text.charAt(1) == '\'' ? isEscaped(text.substring(1)) : looksLikeOne(text.substring(1)));
    }
}
