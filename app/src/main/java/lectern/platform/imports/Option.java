package lectern.platform.imports;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lectern.platform.web.Words;
import org.springframework.context.MessageSource;

/// One of the values that a cell may have.
///
/// @param value canonical
/// @param zh its Chinese name
/// @param en its English name
/// @param also what else people write for it
public record Option(String value, String zh, String en, List<String> also) {
    public Option(String value, String zh, String en) {
        this(value, zh, en, List.of());
    }

    /// Values whose names stand in the bundles under `<prefix><value>`, and further ones, with commas between, under
    /// `<prefix><value>.also`.
    public static List<Option> of(MessageSource messages, String prefix, Collection<String> values) {
        var zh = new Words(messages, Locale.SIMPLIFIED_CHINESE);
        var en = new Words(messages, Locale.ENGLISH);
        return values.stream()
                .map(value -> new Option(
                        value,
                        zh.of(prefix + value),
                        en.of(prefix + value),
                        List.of((zh.ofOr(prefix + value + ".also", "") + "," + en.ofOr(prefix + value + ".also", ""))
                                .split(","))))
                .toList();
    }

    public String name(Words words) {
        return words.isChinese() ? zh : en;
    }
}
