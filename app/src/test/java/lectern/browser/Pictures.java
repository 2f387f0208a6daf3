package lectern.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import lectern.browser.Browsers.Size;

/// Takes the pictures in docs/pictures from a running demo: `Pictures http://localhost:8080 docs/pictures`.
final class Pictures {
    private static final int SETTLING_MILLIS = 1_500;

    private final String address;
    private final Path folder;

    private Pictures(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /// @param login whose eyes see it
    /// @param way goes there from his home
    private record Picture(String name, String login, Size size, BiConsumer<Pictures, Page> way) {
        static Picture of(String name, String login, Size size, String path) {
            return new Picture(name, login, size, (pictures, page) -> pictures.go(page, path));
        }
    }

    private static final List<Picture> ALL = List.of(
            new Picture("plan-board", "demo-city-officer", Size.DESK, Pictures::planBoard),
            Picture.of("desk", "demo-county-officer", Size.DESK, "/desk"),
            Picture.of("requests", "demo-county-officer", Size.DESK, "/requests"),
            Picture.of("calendar", "demo-county-officer", Size.DESK, "/calendar"),
            new Picture("coverage", "demo-county-officer", Size.DESK, Pictures::coverage),
            Picture.of("speakers", "demo-county-officer", Size.DESK, "/speakers"),
            Picture.of("figures", "demo-city-officer", Size.DESK, "/figures"),
            Picture.of("start", "demo-county-officer", Size.DESK, "/start"),
            Picture.of("phone", "demo-keeper", Size.PHONE, "/station"),
            Picture.of("phone-speaker", "demo-speaker", Size.PHONE, "/tasks"));

    public static void main(String[] words) {
        var pictures = new Pictures(words[0], Path.of(words[1]));
        try (var browsers = new Browsers()) {
            for (var picture : ALL) {
                pictures.take(picture, browsers);
            }
        }
    }

    private void take(Picture picture, Browsers browsers) {
        var page = browsers.visit(address, picture.size(), "zh-CN");
        go(page, "/login");
        page.locator("form:has(input[value='" + picture.login() + "']) button").click();
        picture.way().accept(this, page);
        page.waitForTimeout(SETTLING_MILLIS);
        var file = folder.resolve(picture.name() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.context().close();
        System.out.println("took " + file);
    }

    private void go(Page page, String path) {
        page.navigate(address + path);
    }

    private void coverage(Page page) {
        go(page, "/coverage");
        var topics = page.locator("select[name=topic]");
        var first = topics.locator("option").nth(1).getAttribute("value");
        go(page, "/coverage?topic=" + first);
    }

    private void planBoard(Page page) {
        go(page, "/plans/new");
        page.selectOption("select[name=seconds]", "10");
        page.click("#plan-form button[type=submit]");
        page.waitForCondition(
                () -> page.locator("#board").count() > 0, new Page.WaitForConditionOptions().setTimeout(120_000));
        page.waitForTimeout(SETTLING_MILLIS);
        page.click("#tab-list");
        page.locator("#board-list .board-list-open").nth(3).click();
        page.click("#tab-timeline");
    }
}
