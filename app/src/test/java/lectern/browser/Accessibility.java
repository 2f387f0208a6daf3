package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/// Looks at a page with axe-core.
final class Accessibility {
    private static final String AXE = read();

    private Accessibility() {}

    /// Fails when axe-core finds a serious or critical violation, naming rule and element.
    static void check(Page page) {
        page.evaluate(AXE);
        @SuppressWarnings("unchecked")
        var violations = (List<String>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, { resultTypes: ['violations'] });
                  return found.violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`);
                }
                """);
        assertThat(violations).as(page.url()).isEmpty();
    }

    /// Fails when the page is wider than the window: a phone would scroll sideways.
    static void fitsWidth(Page page) {
        var over = (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(over).as(page.url() + " is wider than the window").isLessThanOrEqualTo(0);
    }

    private static String read() {
        try {
            return new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
