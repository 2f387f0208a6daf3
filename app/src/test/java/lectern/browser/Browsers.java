package lectern.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.Visitor;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/// One Chromium for a test class; a fresh profile for each person who looks.
public final class Browsers implements AutoCloseable {
    /// Sizes that we care for.
    public enum Size {
        PHONE(390, 844),
        DESK(1440, 900);

        final int width;
        final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final Playwright playwright;
    private final Browser browser;

    public Browsers() {
        var options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
        var installed = installed();
        installed.ifPresent(options::setExecutablePath);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        browser = playwright.chromium().launch(options);
    }

    /// The browser that the machine has; empty where Playwright must bring its own.
    private static Optional<Path> installed() {
        return Stream.of(
                        Objects.requireNonNullElse(System.getenv("LECTERN_BROWSER"), ""),
                        "/usr/bin/chromium",
                        "/usr/bin/google-chrome")
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A window of somebody who is signed in.
    ///
    /// @param actor null for the public
    /// @param language `zh-CN` or `en`
    Page open(Visitor visitor, @Nullable Actor actor, Size size, String language) {
        var page = visit(visitor.address(), size, language);
        if (actor != null) {
            addCookie(page.context(), visitor.address(), "SESSION", visitor.sessionCookie(actor));
        }
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                throw new AssertionError(message.text());
            }
        });
        return page;
    }

    /// A window on a server at that address.
    public Page visit(String address, Size size, String language) {
        var context = context(size, language);
        addCookie(context, address, "lang", language);
        return context.newPage();
    }

    private BrowserContext context(Size size, String language) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setHasTouch(size == Size.PHONE)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(15_000);
        return context;
    }

    private static void addCookie(BrowserContext context, String address, String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(address)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
