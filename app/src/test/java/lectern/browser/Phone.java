package lectern.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/// A phone in somebody's hands, at a line that may be cut.
record Phone(Page page, Line line, Walker walker) implements AutoCloseable {
    /// Waits until these pages open without a signal.
    void keeps(String... paths) {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                async paths => (await Promise.all(paths.map(path => caches.match(path)))).every(Boolean)
                """, List.of(paths)));
    }

    /// Waits until none of these pages is left on it.
    void lacks(String... paths) {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                async paths => !(await Promise.all(paths.map(path => caches.match(path)))).some(Boolean)
                """, List.of(paths)));
    }

    /// The releases whose files it holds.
    String release() {
        return (String) page.evaluate("""
                async () => (await caches.keys()).filter(name => name.startsWith('lectern-shell-'))
                    .map(name => name.substring('lectern-shell-'.length)).join()
                """);
    }

    /// Somebody else is signed in from now on.
    void isTakenBy(String session) {
        page.context().addCookies(List.of(new Cookie("SESSION", session).setUrl(line.address())));
    }

    void losesSignal() {
        walker.hasNoSignal(true);
        line.cut();
        page.context().setOffline(true);
    }

    void findsSignal() {
        line.mend();
        page.context().setOffline(false);
        walker.hasNoSignal(false);
    }

    @Override
    public void close() {
        walker.close();
    }
}
