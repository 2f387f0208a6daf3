package lectern.org.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import lectern.org.UnitLevel;
import org.jspecify.annotations.Nullable;

/// The headings and levels that a csv file of units may use, in either language.
final class UnitFileWords {
    /// The columns of the file.
    enum Column {
        CODE,
        NAME,
        LEVEL,
        PARENT,
        LAT,
        LON;

        boolean isRequired() {
            return this != LAT && this != LON;
        }

        /// The headings that mean it, the one that we write first.
        List<String> headings() {
            return words("column." + name());
        }

        String heading() {
            return headings().getFirst();
        }
    }

    private static final Properties WORDS = load();
    private static final Map<String, Column> COLUMNS = new HashMap<>();
    private static final Map<String, UnitLevel> LEVELS = new HashMap<>();

    static {
        for (var column : Column.values()) {
            column.headings().forEach(word -> COLUMNS.put(folded(word), column));
        }
        for (var level : UnitLevel.values()) {
            words("level." + level.name()).forEach(word -> LEVELS.put(folded(word), level));
        }
    }

    private UnitFileWords() {}

    static @Nullable Column column(String heading) {
        return COLUMNS.get(folded(heading));
    }

    static @Nullable UnitLevel level(String word) {
        return LEVELS.get(folded(word));
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String key) {
        return List.of(WORDS.getProperty(key).split(","));
    }

    private static Properties load() {
        try (var in = Objects.requireNonNull(
                        UnitFileWords.class.getResourceAsStream("/org/unit-file-words.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
