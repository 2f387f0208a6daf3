package lectern.people.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lectern.platform.spreadsheet.Fold;
import org.springframework.core.io.ClassPathResource;

/// Characters that are written in more than one way, as they occur in names: `people/name-variants.txt` has one pair a
/// line, the variant and the usual form.
final class NameVariants {
    private static final Map<Integer, Integer> USUAL = read();

    private NameVariants() {}

    /// The same for names that differ only in such characters. It only serves to find them: nobody is renamed.
    static String key(String name) {
        var key = new StringBuilder();
        Fold.key(name)
                .codePoints()
                .map(character -> USUAL.getOrDefault(character, character))
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    private static Map<Integer, Integer> read() {
        try {
            var usual = new HashMap<Integer, Integer>();
            new ClassPathResource("people/name-variants.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.codePoints().toArray())
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> usual.put(pair[0], pair[1]));
            return usual;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
