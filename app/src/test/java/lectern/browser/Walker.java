package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.SmallCity;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/// Somebody at a window of his own, who finds his way by what he reads there. Every page he comes to is looked at:
/// by axe-core, for its width, for its words, for what the console says.
final class Walker implements AutoCloseable {
    /// A folder into which each page that is looked at is pictured, for people who want to see them too.
    private static final @Nullable String PICTURES = System.getProperty("lectern.pictures");

    final Page page;
    private final String who;
    private final String address;
    private final Words words;
    private final Browsers.Size size;
    private final List<String> complaints = new ArrayList<>();
    private int taps;
    private int looks;
    private boolean noSignal;

    Walker(String who, Page page, String address, Words words, Browsers.Size size) {
        this.who = who;
        this.address = address;
        this.page = page;
        this.words = words;
        this.size = size;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // The browser itself says so of everything that comes back refused.
            if (message.type().equals("error")
                    && !(noSignal && isOfTheLine(message.text()))
                    && !message.text().contains("the server responded with a status of 422")
                    && !message.text().contains("the server responded with a status of 409")) {
                complaints.add(message.text());
            }
        });
    }

    String address() {
        return address;
    }

    /// Comes in through the log-in page and stands at his home afterwards.
    void logIn(String login) {
        open(address + "/login");
        field("login.name").fill(login);
        field("login.password").fill(SmallCity.PASSWORD);
        follow(button("login.enter"));
    }

    void open(String address) {
        page.navigate(address);
        look();
    }

    /// Goes to a place of the navigation: in the bottom bar of a phone, at the side of a desk.
    void goTo(String place) {
        var bar = page.locator(size == Browsers.Size.PHONE ? ".bottombar" : ".sidebar");
        follow(bar.getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(words.of(place)).setExact(true)));
    }

    /// Presses what leads to another page, and looks at that page.
    void follow(Locator link) {
        page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
        press(link);
        arrive();
        look();
    }

    /// Taps on a phone, clicks at a desk.
    void press(Locator thing) {
        taps++;
        if (size == Browsers.Size.PHONE) {
            thing.tap();
        } else {
            thing.click();
        }
    }

    /// Waits for the page that replaces the one marked as left.
    private void arrive() {
        page.waitForFunction(
                "() => !document.documentElement.hasAttribute('data-left') && document.readyState === 'complete'");
    }

    /// How often he has pressed something since the last time he was asked.
    int taps() {
        var counted = taps;
        taps = 0;
        return counted;
    }

    Locator button(String key, Object... arguments) {
        return named(AriaRole.BUTTON, words.of(key, arguments));
    }

    Locator link(String key, Object... arguments) {
        return named(AriaRole.LINK, words.of(key, arguments));
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String key) {
        return page.getByLabel(words.of(key), new Page.GetByLabelOptions().setExact(true));
    }

    /// One of a few choices, as large as a thumb.
    Locator chip(String text) {
        return page.locator(".chip").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    /// Waits until that text of the bundles can be read.
    void reads(String key, Object... arguments) {
        readsText(words.of(key, arguments));
    }

    void readsText(String text) {
        var shown = page.locator("main")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true));
        assertThat(shown.first()).isVisible();
    }

    /// Without a signal the browser complains of everything that it cannot load.
    void hasNoSignal(boolean none) {
        noSignal = none;
    }

    private static boolean isOfTheLine(String complaint) {
        return complaint.startsWith("Failed to load resource") || complaint.startsWith("htmx:");
    }

    void look() {
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-settling')");
        picture();
        Accessibility.check(page);
        Accessibility.fitsWidth(page);
        Wording.check(page, words.locale().toLanguageTag());
        assertThat(complaints).as(page.url()).isEmpty();
    }

    private void picture() {
        if (PICTURES != null) {
            var name = "%s-%s-%s-%02d.png".formatted(size, words.locale().toLanguageTag(), who, ++looks);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name))
                    .setFullPage(true));
        }
    }

    @Override
    public void close() {
        page.context().close();
    }
}
