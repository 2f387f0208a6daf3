package lectern.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Finds holes in the bundles and text that was written past them.
class MessagesTest {
    private static final Path JAVA = Path.of("src/main/java/lectern");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    /// Where a key stands whole: `page.t("key"`, `new Place("key"`, `Refusal.conflict("key"`, `message = "key"` …
    private static final Pattern WHOLE_KEY = Pattern.compile(
            "(?:\\bt|Place|Problem|Refusal\\.\\w+|words\\.of)\\(\\s*\"([a-zA-Z][\\w.-]*)\"\\s*[,)]|message = \"([a-z][\\w.-]*)\"");

    /// Where a key is put together: `page.t("role." + …`
    private static final Pattern KEY_BEGINNING = Pattern.compile("\\bt\\(\\s*\"([a-zA-Z][\\w.-]*)\"\\s*\\+");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORDS = Pattern.compile(">[^<>]*?([A-Za-z]{3,}[^<>]*)<");

    @Test
    void both_languages_have_the_same_keys() {
        for (var bundle : Messages.BUNDLES) {
            assertThat(keys(bundle + "_en")).as(bundle).isEqualTo(keys(bundle));
        }
    }

    @Test
    void no_text_is_empty_and_none_has_an_apostrophe_that_would_swallow_its_arguments() {
        for (var bundle : Messages.BUNDLES) {
            for (var file : List.of(bundle, bundle + "_en")) {
                load(file).forEach((key, text) -> {
                    assertThat(text.toString()).as(file + " " + key).isNotBlank();
                    assertThat(text.toString()).as(file + " " + key).doesNotContain("'");
                });
            }
        }
    }

    @Test
    void no_key_stands_in_two_bundles() {
        var seen = new TreeSet<String>();
        for (var bundle : Messages.BUNDLES) {
            for (var key : keys(bundle)) {
                assertThat(seen.add(key)).as(bundle + " repeats " + key).isTrue();
            }
        }
    }

    @Test
    void every_key_that_code_and_pages_use_has_its_text() {
        var known = Stream.of(Messages.BUNDLES)
                .flatMap(bundle -> keys(bundle).stream())
                .collect(Collectors.toSet());
        var missing = new ArrayList<String>();
        sources().forEach(file -> {
            var source = read(file);
            var whole = WHOLE_KEY.matcher(source);
            while (whole.find()) {
                var key = whole.group(1) == null ? whole.group(2) : whole.group(1);
                if (!known.contains(key)) {
                    missing.add(file + ": " + key);
                }
            }
            var beginning = KEY_BEGINNING.matcher(source);
            while (beginning.find()) {
                var prefix = beginning.group(1);
                if (known.stream().noneMatch(key -> key.startsWith(prefix))) {
                    missing.add(file + ": " + prefix + "…");
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void pages_and_code_hold_no_text_past_the_bundles() {
        var found = new ArrayList<String>();
        sources().forEach(file -> {
            var lines = withoutCode(file).split("\n", -1);
            for (var number = 0; number < lines.length; number++) {
                var line = lines[number];
                if (CHINESE.matcher(line).find()
                        || (file.toString().endsWith(".jte")
                                && WORDS.matcher(line).find())) {
                    found.add(file + ":" + (number + 1) + ": " + line.strip());
                }
            }
        });
        assertThat(found).isEmpty();
    }

    /// Pages without expressions and comments, code without comments. Names of file columns and of the demo city's
    /// places are data, not text for people.
    private static String withoutCode(Path file) {
        var source = read(file);
        if (file.toString().endsWith(".jte")) {
            return source.replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?m)^\\s*(@import|@param|!\\{|@if|@else|@for|@endif|@endfor).*$", "")
                    .replaceAll("@(if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)", "")
                    .replaceAll("@(else|endif|endfor)", "")
                    .replaceAll("\\$\\{(?:[^{}]|\\{[^{}]*\\})*\\}", "")
                    .replaceAll("@template[\\w.]+\\((?:[^()`]|\\((?:[^()]|\\([^()]*\\))*\\))*", "")
                    .replaceAll("->", "");
        }
        return source.replaceAll("(?m)//.*$", "");
    }

    private static List<Path> sources() {
        try (var java = Files.walk(JAVA);
                var pages = Files.walk(TEMPLATES)) {
            return Stream.concat(java, pages)
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .filter(file -> !file.startsWith(JAVA.resolve("demo")))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Set<String> keys(String bundle) {
        return load(bundle).keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String bundle) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(BUNDLES.resolve(bundle + ".properties"))));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
