package lectern.people.sheets;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lectern.platform.imports.SheetKind;
import lectern.platform.security.Sealer;
import org.jspecify.annotations.Nullable;

/// A speaker who is there already, in the words of a sheet.
///
/// @param unit code
/// @param born empty when nobody knows
/// @param topics ids with commas between
/// @param serves levels with commas between
/// @param fits such as `elderly=80`
record KnownSpeaker(
        UUID id,
        String unit,
        String name,
        String born,
        String source,
        int tier,
        byte @Nullable [] phoneSealed,
        @Nullable String phoneTail,
        String topics,
        String serves,
        String fits,
        int monthLimit,
        boolean retired) {
    /// The values of the columns that something says.
    Map<String, String> of(Map<String, String> said, Sealer sealer) {
        var values = new HashMap<String, String>();
        for (var column : said.keySet()) {
            switch (column) {
                case SpeakerSheet.UNIT -> values.put(column, unit);
                case SpeakerSheet.NAME -> values.put(column, name);
                case SpeakerSheet.BORN -> values.put(column, born);
                case SpeakerSheet.SOURCE -> values.put(column, source);
                case SpeakerSheet.TIER -> values.put(column, Integer.toString(tier));
                case SpeakerSheet.PHONE -> values.put(column, phone(sealer));
                case SpeakerSheet.TOPICS -> values.put(column, topics);
                case SpeakerSheet.SERVES -> values.put(column, serves);
                case SpeakerSheet.FIT -> values.put(column, fits);
                case SpeakerSheet.MONTH_LIMIT -> values.put(column, Integer.toString(monthLimit));
                case SheetKind.RETIRED -> values.put(column, retired ? "1" : "");
                case SpeakerSheet.PHONE_TAIL -> values.put(column, said.getOrDefault(column, ""));
                default -> throw new IllegalArgumentException("speakers have no column " + column);
            }
        }
        return values;
    }

    String phone(Sealer sealer) {
        return phoneSealed == null ? "" : sealer.open(phoneSealed);
    }

    /// Whether that number is this speaker's. The sealed one is opened only when the last digits agree.
    boolean hasPhone(String phone, Sealer sealer) {
        return phone.length() >= 4
                && PhoneCells.tail(phone).equals(phoneTail)
                && (PhoneCells.isMasked(phone) || phone.equals(phone(sealer)));
    }
}
