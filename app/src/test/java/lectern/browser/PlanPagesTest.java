package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// An officer makes a plan, looks at it in its three views and publishes it.
@AppTest
class PlanPagesTest {
    private static Browsers browsers;

    @Autowired
    Visitor visitor;

    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DESK,zh-CN,为什么选这位,为什么没排上",
        "PHONE,zh-CN,为什么选这位,为什么没排上",
        "DESK,en,Why this speaker,Why it was left out",
        "PHONE,en,Why this speaker,Why it was left out"
    })
    void a_plan_is_ordered_looked_at_and_published(Browsers.Size size, String language, String why, String whyNot) {
        var city = cities.make();
        var programme = new OpenProgramme(owner, city);
        programme.available(0, 1, 2, 3);
        var served = programme.requests(0, 1, 2, 3).getFirst();
        var left = programme.request(1, programme.foreignTopic());
        var page = browsers.open(visitor, city.counties().getFirst().officer(), size, language);

        page.navigate(visitor.address() + "/plans/new");
        page.waitForSelector("#plan-extent dd");
        assertThat(page.textContent("#plan-extent dd")).isEqualTo("5");
        looksRight(page);
        page.selectOption("select[name=seconds]", "10");
        page.click("#plan-form button[type=submit]");
        page.waitForSelector("[data-job]");
        page.waitForCondition(() -> !page.textContent("[data-served]").equals("–"));
        looksRight(page);
        page.click("form[action$='/stop'] button");
        page.waitForSelector("#board");
        page.waitForCondition(() -> page.textContent("#board-note").isEmpty());
        looksRight(page);

        page.click("#tab-list");
        page.click(
                size == Browsers.Size.DESK
                        ? "tr [data-talk='" + served + "']"
                        : ".only-phone [data-talk='" + served + "']");
        page.waitForSelector("#detail h3");
        assertThat(page.textContent("#detail h3").strip()).isEqualTo(why);
        looksRight(page);
        if (size == Browsers.Size.PHONE) {
            page.click("[data-close-detail]");
        }
        page.click(
                size == Browsers.Size.DESK
                        ? "tr [data-talk='" + left + "']"
                        : ".only-phone [data-talk='" + left + "']");
        page.waitForCondition(() -> page.textContent("#detail h3").strip().equals(whyNot));
        looksRight(page);
        if (size == Browsers.Size.PHONE) {
            page.click("[data-close-detail]");
        }
        page.click("#tab-timeline");
        page.waitForSelector(".timeline-talk");
        looksRight(page);

        page.click("a[href$='/publish']");
        looksRight(page);
        page.click("main form button.btn-primary");
        page.waitForSelector(".state-good");
        page.navigate(visitor.address() + "/plans");
        looksRight(page);
    }

    private static void looksRight(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        Accessibility.check(page);
        Accessibility.fitsWidth(page);
    }
}
