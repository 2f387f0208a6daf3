package lectern.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// Takes the pictures of the README from a running demo: `Pictures http://localhost:8080 docs/pictures`.
final class Pictures {
    private Pictures() {}

    public static void main(String[] words) {
        var address = words[0];
        var folder = Path.of(words[1]);
        try (var browsers = new Browsers()) {
            planBoard(browsers.visit(address, Browsers.Size.DESK, "zh-CN"), address, folder);
            phone(browsers.visit(address, Browsers.Size.PHONE, "zh-CN"), address, folder);
        }
    }

    private static void planBoard(Page page, String address, Path folder) {
        enter(page, address, "demo-city-officer");
        page.navigate(address + "/plans/new");
        page.locator("select").first().selectOption("10");
        page.locator("main form .btn-primary").last().click();
        page.waitForURL("**/plans/*");
        page.waitForCondition(
                () -> page.locator("[data-job]").count() == 0, new Page.WaitForConditionOptions().setTimeout(120_000));
        page.waitForTimeout(2_000);
        take(page, folder.resolve("plan-board.png"));
    }

    private static void phone(Page page, String address, Path folder) {
        enter(page, address, "demo-keeper");
        page.navigate(address + "/station");
        take(page, folder.resolve("phone.png"));
    }

    private static void enter(Page page, String address, String login) {
        page.navigate(address + "/login");
        page.locator("form:has(input[value='" + login + "']) button").click();
    }

    private static void take(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        System.out.println("took " + file);
    }
}
