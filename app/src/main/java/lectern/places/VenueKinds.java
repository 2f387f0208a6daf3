package lectern.places;

import java.util.LinkedHashMap;
import java.util.Map;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.platform.web.Page;
import lectern.platform.web.Words;

/// The names of venue kinds by code.
public record VenueKinds(Map<String, DictionaryEntry> entries) {
    static VenueKinds of(Dictionary dictionary) {
        return new VenueKinds(dictionary.entries(DictionaryKind.VENUE_KIND));
    }

    public String name(Page page, String code) {
        var entry = entries.get(code);
        return entry == null ? code : entry.name(page);
    }

    String name(Words words, String code) {
        var entry = entries.get(code);
        return entry == null ? code : entry.name(words);
    }

    /// Those offered, and the one that is chosen already.
    public Map<String, String> options(Page page, String chosen) {
        var options = new LinkedHashMap<String, String>();
        entries.forEach((code, entry) -> {
            if (!entry.retired() || code.equals(chosen)) {
                options.put(code, entry.name(page));
            }
        });
        return options;
    }

    /// Steps for the filter by seats.
    public static Map<String, String> seats(Page page) {
        var options = new LinkedHashMap<String, String>();
        for (var seats : new int[] {30, 50, 100, 200, 500}) {
            options.put(Integer.toString(seats), page.t("venue.seatsFrom", seats));
        }
        return options;
    }
}
