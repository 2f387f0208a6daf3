package lectern.people;

import java.util.regex.Pattern;

/// A telephone number as it is kept: digits only.
public record PhoneNumber(String digits) {
    private static final Pattern WRITTEN_BETWEEN = Pattern.compile("[\\s()（）－–—-]");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{9,11}");

    /// Reads what was typed, with spaces, dashes or +86 in it.
    public static PhoneNumber typed(String text) {
        var digits = WRITTEN_BETWEEN.matcher(text).replaceAll("");
        return new PhoneNumber(digits.startsWith("+86") ? digits.substring(3) : digits);
    }

    /// Whether it is a mobile number or a landline with its area code.
    public boolean isPossible() {
        return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches();
    }

    public String tail() {
        return digits.substring(digits.length() - 4);
    }
}
