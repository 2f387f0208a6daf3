package lectern.people.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.people.PhoneNumber;
import lectern.platform.imports.CellType;
import lectern.platform.imports.Reading;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.web.Words;

/// Telephone numbers. One that is masked, as our own lists show it (`*******1234`), says who is meant and changes
/// nothing; its canonical text is a star and the last four digits.
final class PhoneCells implements CellType {
    private static final Pattern MASKED = Pattern.compile("[0-9]{0,4}\\*+([0-9]{4})");

    @Override
    public Reading read(Cell cell) {
        var masked = MASKED.matcher(cell.text());
        if (masked.matches()) {
            return Reading.of("*" + masked.group(1));
        }
        var phone = PhoneNumber.typed(cell.text());
        // What was typed is not repeated: a message is stored in plain.
        return phone.isPossible() ? Reading.of(phone.digits()) : Reading.unreadable("speaker.phone.wrong");
    }

    static boolean isMasked(String phone) {
        return phone.startsWith("*");
    }

    static String tail(String phone) {
        return phone.substring(Math.max(0, phone.length() - 4));
    }

    @Override
    public Map<String, String> shown(Collection<String> values, Words words) {
        var shown = new HashMap<String, String>();
        values.forEach(value -> shown.put(value, "*******" + tail(value)));
        return shown;
    }
}
