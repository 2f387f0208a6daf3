package lectern.content.sheets;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lectern.platform.imports.SheetKind;

/// A topic that is there already.
record KnownTopic(UUID id, String code, String name, int minutes, String summary, boolean retired) {
    /// The values of the columns that something says.
    Map<String, String> of(Map<String, String> said) {
        var values = new HashMap<String, String>();
        for (var column : said.keySet()) {
            values.put(
                    column,
                    switch (column) {
                        case TopicSheet.CODE -> code;
                        case TopicSheet.NAME -> name;
                        case TopicSheet.MINUTES -> Integer.toString(minutes);
                        case TopicSheet.SUMMARY -> summary;
                        case SheetKind.RETIRED -> retired ? "1" : "";
                        default -> throw new IllegalArgumentException("topics have no column " + column);
                    });
        }
        return values;
    }
}
