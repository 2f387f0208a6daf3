package lectern.org.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.org.DictionaryKind;
import org.springframework.core.io.ClassPathResource;

/// What a new installation finds in its dictionaries, to be changed by the region: `org/dictionaries.csv` with the
/// columns kind, code, Chinese name, English name, in the order of the ranks.
final class FirstDictionaries {
    static final Map<DictionaryKind, List<Entry>> ENTRIES = read();

    record Entry(DictionaryKind kind, String code, String zh, String en) {}

    private FirstDictionaries() {}

    private static Map<DictionaryKind, List<Entry>> read() {
        try {
            var text = new ClassPathResource("org/dictionaries.csv").getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Entry(DictionaryKind.valueOf(cells[0]), cells[1], cells[2], cells[3].strip()))
                    .collect(Collectors.groupingBy(
                            Entry::kind, () -> new EnumMap<>(DictionaryKind.class), Collectors.toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
