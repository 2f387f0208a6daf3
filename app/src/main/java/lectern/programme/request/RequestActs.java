package lectern.programme.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.org.DictionaryEntry;
import lectern.platform.edit.RowAct;
import lectern.platform.web.Page;

/// What an officer can do with the requests that are ticked in the list.
public final class RequestActs {
    private static final int MOST = 9;

    private RequestActs() {}

    public static List<RowAct> of(Page page, Map<String, DictionaryEntry> segments) {
        return List.of(
                RowAct.plain("approved", page.t("request.approve"), "true"),
                RowAct.choice("priority", page.t("request.set.priority"), priorities(page)),
                RowAct.choice("segment", page.t("request.set.segment"), segments(page, segments)),
                RowAct.number("expected", page.t("request.set.expected")));
    }

    /// From one that can wait to one that matters most.
    public static Map<String, String> priorities(Page page) {
        var options = new LinkedHashMap<String, String>();
        for (var priority = 1; priority <= MOST; priority++) {
            var value = Integer.toString(priority);
            options.put(
                    value,
                    priority == 1
                            ? page.t("request.priority.least")
                            : priority == MOST ? page.t("request.priority.most") : value);
        }
        return options;
    }

    /// Those offered.
    public static Map<String, String> segments(Page page, Map<String, DictionaryEntry> segments) {
        var options = new LinkedHashMap<String, String>();
        segments.forEach((code, entry) -> {
            if (!entry.retired()) {
                options.put(code, entry.name(page));
            }
        });
        return options;
    }
}
