package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import lectern.AppTest;
import lectern.AskedRequests;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// Lists are changed where they stand, by keys alone.
@AppTest
class EditPagesTest {
    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    OwnerConnections owner;

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

    private static Locator cell(Page page, int row, String field) {
        return page.locator(".edit-grid tbody tr").nth(row).locator("[data-field=" + field + "]");
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void speakers_are_changed_in_their_list_by_keys_alone(String language) {
        var city = cities.make();
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.counties().getFirst().officer(), Browsers.Size.DESK, language);
        try (var officer = new Walker("EDIT", page, visitor.address(), words, Browsers.Size.DESK)) {
            officer.open(visitor.address() + "/speakers");
            page.locator("[data-tick-all]").focus();
            press(page, "Tab", "Tab", "Tab", "Tab");
            assertThat(page.locator("[data-tick]").first()).isFocused();

            // A wrong value is said beside its cell; Esc leaves the cell as it was.
            press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
            page.keyboard().type("99");
            press(page, "Enter");
            assertThat(page.locator(".cell-note")).hasText(words.of("speaker.monthLimit.wrong"));
            officer.look();
            press(page, "Escape");
            assertThat(cell(page, 0, "monthLimit")).isFocused();
            assertThat(cell(page, 0, "monthLimit")).hasText("8");

            // Enter saves and goes down; Tab saves and goes on in the next cell.
            press(page, "Enter");
            page.keyboard().type("12");
            press(page, "Enter");
            assertThat(cell(page, 1, "monthLimit")).isFocused();
            assertThat(cell(page, 0, "monthLimit")).hasText("12");
            press(page, "ArrowLeft", "F2");
            page.keyboard().type("1960");
            press(page, "Tab");
            assertThat(cell(page, 1, "monthLimit").locator("input")).isFocused();
            page.keyboard().type("13");
            press(page, "Enter");
            assertThat(cell(page, 1, "birthYear")).hasText("1960");
            assertThat(cell(page, 1, "monthLimit")).hasText("13");

            // A choice is made with the arrows.
            press(page, "ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter", "ArrowDown", "Enter");
            assertThat(cell(page, 2, "tier")).hasAttribute("data-value", "2");

            // Somebody else was there first: his value is shown, and mine is kept only when I say so.
            var id = page.locator("[data-tick]").nth(3).getAttribute("value");
            assertThat(cell(page, 3, "tier")).isFocused();
            press(page, "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
            visitor.as(city.city().officer())
                    .post("/speakers/cells", Map.of("id", id, "field", "monthLimit", "value", "20", "seen", "8"));
            page.keyboard().type("30");
            press(page, "Enter");
            assertThat(page.locator(".cell-note p")).hasText(words.of("edit.cell.meanwhile") + " 20");
            officer.look();
            press(page, "Tab", "Tab", "Enter");
            assertThat(cell(page, 3, "monthLimit")).isFocused();
            assertThat(cell(page, 3, "monthLimit")).hasText("30");

            // Three rows are ticked and changed at once, and it is taken back.
            press(page, "Shift+Space", "Shift+ArrowUp", "Shift+ArrowUp");
            assertThat(page.locator("[data-rows-count]")).hasText(words.of("edit.rows.ticked", 3));
            var act = page.locator("[data-rows-act]");
            act.focus();
            act.selectOption("monthLimit");
            officer.look();
            press(page, "Tab");
            page.keyboard().type("40");
            press(page, "Enter");
            assertThat(page.locator(".toast-note span")).hasText(words.of("edit.rows.done", 3));
            assertThat(cell(page, 1, "monthLimit")).hasText("40");
            cell(page, 0, "name").focus();
            press(page, "Control+z");
            assertThat(page.locator(".toast-note span")).hasText(words.of("edit.undone", 3));
            assertThat(cell(page, 1, "monthLimit")).hasText("13");
            assertThat(cell(page, 3, "monthLimit")).hasText("30");
            officer.look();
        }
        Assertions.assertThat(cities.count(
                        "select count(*) from speaker where path like ? and month_limit in (12, 13, 30)",
                        city.city().path() + "%"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void venues_topics_and_requests_are_changed_in_their_lists_too(String language) {
        var city = cities.make();
        var wish = LocalDate.now(SmallCity.ZONE).plusDays(9).atTime(9, 0);
        var asked = new AskedRequests(new BookedTalks(owner));
        for (var village = 0; village < 3; village++) {
            asked.add(city, village, wish);
        }
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.city().officer(), Browsers.Size.DESK, language);
        try (var officer = new Walker("LISTS", page, visitor.address(), words, Browsers.Size.DESK)) {
            officer.open(visitor.address() + "/venues");
            type(page, 0, "capacity", "1200");
            assertThat(cell(page, 0, "capacity")).hasText("1,200");

            officer.open(visitor.address() + "/topics");
            type(page, 0, "summary", "Two lines about it");
            assertThat(cell(page, 0, "summary")).hasText("Two lines about it");

            // All that were asked are approved with a few keys, and the list shows it.
            officer.open(visitor.address() + "/requests?state=ASKED");
            type(page, 0, "priority", "5");
            cell(page, 0, "segment").focus();
            press(page, "Shift+Space", "Shift+ArrowDown", "Shift+ArrowDown");
            page.locator("[data-rows-act]").selectOption("approved");
            officer.look();
            page.locator("[data-rows] [type=submit]").press("Enter");
            assertThat(page.locator(".toast-note span")).hasText(words.of("edit.rows.done", 3));
            officer.reads("request.none");
            officer.look();
            page.locator(".toast-note button").press("Enter");
            assertThat(page.locator(".toast-note span")).hasText(words.of("edit.undone", 3));
            assertThat(page.locator(".edit-grid tbody tr")).hasCount(3);
        }
    }

    private static void type(Page page, int row, String field, String text) {
        cell(page, row, field).focus();
        press(page, "Enter");
        page.keyboard().type(text);
        press(page, "Enter");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void a_phone_shows_cards_that_lead_to_the_page_where_everything_is_changed(String language) {
        var city = cities.make();
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.towns().getFirst().officer(), Browsers.Size.PHONE, language);
        try (var officer = new Walker("CARDS", page, visitor.address(), words, Browsers.Size.PHONE)) {
            officer.open(visitor.address() + "/speakers");
            assertThat(page.locator(".edit-grid")).isHidden();
            assertThat(page.locator("[data-rows]")).isHidden();
            officer.follow(page.locator(".card-list .card-link").first());
            officer.follow(officer.link("action.edit"));
            Assertions.assertThat(page.url()).endsWith("/edit");
        }
    }
}
