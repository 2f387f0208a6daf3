package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.Desk;
import lectern.planning.OpenProgramme;
import lectern.planning.PlanQueries;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// An officer reads why, goes from the funnel to the people, leaves a note, compares two drafts and publishes one.
@AppTest
class PlanReasonsTest {
    private static Browsers browsers;

    @Autowired
    Visitor visitor;

    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    PlanQueries plans;

    @Autowired
    MessageSource messages;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"DESK,zh-CN", "PHONE,en"})
    void a_plan_says_why_is_compared_and_published_with_all_being_told(Browsers.Size size, String language)
            throws InterruptedException {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        var programme = new OpenProgramme(owner, city);
        programme.available(0, 1, 2);
        programme.availableOn(3, 4, 8, 18);
        var served = programme.requests(0, 1, 2).getFirst();
        alsoOnTuesday(programme, served);
        var left = programme.request(1, city.topics().getFirst(), 5, 9, 9);
        var desk = new Desk(officer, visitor, plans, programme);
        var one = desk.draft();
        var other = desk.draft();
        var words = new Words(messages, Locale.forLanguageTag(language));
        try (var walker = new Walker(
                "reasons", browsers.open(visitor, officer, size, language), visitor.address(), words, size)) {
            readsWhy(walker, one, served);
            seesThePeople(walker, one, left, city);
            leavesANote(walker, one, served);
            compares(walker, one, other);
            publishes(walker, one);
        }
    }

    private static void alsoOnTuesday(OpenProgramme programme, UUID request) {
        programme.run(
                "insert into request_window (request_id, path, opens_at, closes_at) select id, path, ?, ? from request where id = ?",
                programme.at(1, 9),
                programme.at(1, 16),
                request);
    }

    private static Locator panel(Walker walker, String selector) {
        return walker.page.locator("#detail " + selector);
    }

    private static void readsWhy(Walker walker, UUID plan, UUID served) {
        walker.page.navigate(address(walker, "/plans/" + plan + "?view=list&talk=" + served));
        assertThat(panel(walker, "[data-others] > li").first()).isVisible();
        assertThat(panel(walker, "[data-times] > li").first()).isVisible();
        assertThat(panel(walker, "[data-others] .is-total").first()).isVisible();
        walker.look();
    }

    private static String address(Walker walker, String path) {
        return walker.address() + path;
    }

    private static void seesThePeople(Walker walker, UUID plan, UUID left, SmallCity.Made city) {
        walker.page.navigate(address(walker, "/plans/" + plan + "?view=list&talk=" + left));
        assertThat(panel(walker, ".funnel li")).hasCount(6);
        walker.look();
        walker.press(panel(walker, "[data-narrowest]"));
        assertThat(panel(walker, "[data-person]")).hasCount(4);
        assertThat(panel(walker, "[data-person='" + city.speakers().get(3) + "'] .people-step a"))
                .isVisible();
        walker.look();
        walker.press(panel(walker, "[data-talk='" + left + "']"));
        assertThat(panel(walker, ".funnel li")).hasCount(6);
    }

    private static void leavesANote(Walker walker, UUID plan, UUID served) {
        walker.page.navigate(address(walker, "/plans/" + plan + "?view=list&talk=" + served));
        var notes = panel(walker, "[data-notes]");
        walker.press(notes.locator("summary"));
        notes.locator("textarea").fill("Station asked for 10:00");
        walker.press(notes.locator(".notes-form button"));
        assertThat(panel(walker, ".notes-text")).hasText("Station asked for 10:00");
        walker.look();
        walker.open(address(walker, "/plans/" + plan));
        assertThat(walker.page.locator(".board-top [data-notes] summary")).containsText("1");
    }

    private static void compares(Walker walker, UUID one, UUID other) {
        walker.follow(walker.link("plan.compare"));
        walker.page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
        walker.page.selectOption("#compare-with", other.toString());
        walker.page.waitForFunction("() => !document.documentElement.hasAttribute('data-left')");
        assertThat(walker.page.locator(".compare-table tbody tr").first()).isVisible();
        walker.look();
        walker.page.onDialog(dialog -> dialog.accept());
        walker.follow(walker.button("plan.compare.take", "A"));
        assertThat(walker.page.url()).contains(one.toString());
    }

    private static void publishes(Walker walker, UUID plan) {
        walker.open(address(walker, "/plans/" + plan + "/publish?part=hosts"));
        assertThat(walker.page.locator(".told-list > li").first()).isVisible();
        walker.open(address(walker, "/plans/" + plan + "/publish?part=waiting"));
        walker.follow(walker.button("plan.publish.confirm"));
        walker.reads("plan.told.record");
        assertThat(walker.page.locator(".told-list > li").first()).isVisible();
    }
}
