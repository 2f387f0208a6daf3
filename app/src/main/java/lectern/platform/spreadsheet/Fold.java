package lectern.platform.spreadsheet;

import java.text.Normalizer;
import java.util.Locale;

/// Makes equal what people take for equal, though it was typed on different keyboards.
public final class Fold {
    private static final int FULL_WIDTH = 0xFEE0;

    private Fold() {}

    /// Text as a cell shows it: every kind of space is one space and none stands at an end, marks without width are
    /// gone, full-width letters and digits are plain ones, compatibility forms of characters (such as U+F9DC for 隆)
    /// are
    /// the usual ones. Punctuation stays: a Chinese name keeps its Chinese brackets.
    public static String text(String raw) {
        if (isPlain(raw)) {
            return raw.strip();
        }
        var folded = new StringBuilder(raw.length());
        var space = false;
        for (var index = 0; index < raw.length(); index++) {
            var character = raw.charAt(index);
            if (isSpace(character)) {
                space = true;
            } else if (!isInvisible(character)) {
                if (space && !folded.isEmpty()) {
                    folded.append(' ');
                }
                space = false;
                folded.append(halfWidth(character));
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /// The same for all that people mean by it: besides [#text], punctuation, upper case and spaces make no difference
    /// (`买买提·艾力` and `买买提 • 艾力`, `Ｌ座（东）` and `l座(东)`).
    public static String key(String raw) {
        var wide = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(wide.length());
        for (var index = 0; index < wide.length(); index++) {
            var character = wide.charAt(index);
            if (isDot(character)) {
                key.append('·');
            } else if (isDash(character)) {
                key.append('-');
            } else if (!isSpace(character) && !isInvisible(character)) {
                key.append(character);
            }
        }
        return key.toString();
    }

    private static boolean isPlain(String raw) {
        for (var index = 0; index < raw.length(); index++) {
            var character = raw.charAt(index);
            var usual = character > ' ' && character < 0x7F
                    || character >= 0x4E00 && character <= 0x9FFF
                    || character == ' ' && (index == 0 || raw.charAt(index - 1) != ' ');
            if (!usual) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isInvisible(char character) {
        return Character.getType(character) == Character.FORMAT || Character.isISOControl(character);
    }

    private static boolean isDot(char character) {
        return switch (character) {
            case '•', '・', '‧', '∙', '⋅', '·' -> true;
            default -> false;
        };
    }

    private static boolean isDash(char character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION || character == '−';
    }

    private static char halfWidth(char character) {
        var letterOrDigit = character >= '０' && character <= '９'
                || character >= 'Ａ' && character <= 'Ｚ'
                || character >= 'ａ' && character <= 'ｚ';
        return letterOrDigit ? (char) (character - FULL_WIDTH) : character;
    }
}
