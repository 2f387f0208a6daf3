package lectern.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// A phone in somebody's hands, at a line that may be cut.
record Phone(Page page, Line line, Walker walker) implements AutoCloseable {
    /// Waits until these pages open without a signal.
    void keeps(String... paths) {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                async paths => (await Promise.all(paths.map(path => caches.match(path)))).every(Boolean)
                """, List.of(paths)));
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
