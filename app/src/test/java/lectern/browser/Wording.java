package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.platform.web.Messages;
import org.springframework.core.io.ClassPathResource;

/// Reads a page's words and finds what nobody should read: message keys, unfilled places, texts of the other language.
final class Wording {
    private static final Properties CHINESE = bundles("");
    private static final Properties ENGLISH = bundles("_en");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z0-9_]+)+");
    private static final Pattern UNFILLED = Pattern.compile("\\?\\?|\\{\\d");

    private Wording() {}

    /// Fails when a text of the page, or one that a screen reader speaks, is none of that language.
    static void check(Page page, String language) {
        @SuppressWarnings("unchecked")
        var texts = (List<String>) page.evaluate("""
                () => {
                  const texts = [document.title];
                  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walk.nextNode()) {
                    texts.push(walk.currentNode.data);
                  }
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-confirm']) {
                    document.querySelectorAll(`[${name}]`).forEach(element => texts.push(element.getAttribute(name)));
                  }
                  return texts.map(text => text.trim()).filter(text => text !== '');
                }
                """);
        var foreign = ofTheOtherLanguage(language);
        assertThat(texts)
                .as(page.url())
                .filteredOn(text -> UNFILLED.matcher(text).find()
                        || showsKey(text)
                        || Stream.of(text.split(" · ")).anyMatch(foreign::contains))
                .isEmpty();
    }

    private static boolean showsKey(String text) {
        return KEY.matcher(text).results().anyMatch(found -> CHINESE.containsKey(found.group()));
    }

    private static Set<String> ofTheOtherLanguage(String language) {
        var own = language.equals("en") ? ENGLISH : CHINESE;
        var other = language.equals("en") ? CHINESE : ENGLISH;
        var texts = other.values().stream()
                .map(Object::toString)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .collect(Collectors.toCollection(HashSet::new));
        own.values().forEach(text -> texts.remove(text.toString()));
        return texts;
    }

    private static Properties bundles(String suffix) {
        var all = new Properties();
        try {
            for (var bundle : Messages.BUNDLES) {
                all.load(new StringReader(new ClassPathResource("messages/" + bundle + suffix + ".properties")
                        .getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }
}
