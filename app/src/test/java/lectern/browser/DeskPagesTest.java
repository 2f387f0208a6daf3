package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
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

/// The officer does from his desk what waits there, saves a filter and finds it again.
@AppTest
class DeskPagesTest {
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

    @ParameterizedTest
    @CsvSource({"DESK,zh-CN", "DESK,en", "PHONE,zh-CN", "PHONE,en"})
    void what_waits_is_done_without_leaving_the_desk(Browsers.Size size, String language) {
        var city = cities.make();
        var booked = new BookedTalks(owner);
        var asked = new AskedRequests(booked);
        var tomorrow = LocalDate.now(SmallCity.ZONE).plusDays(1).atTime(9, 0);
        var first = asked.add(city, 0, tomorrow.plusDays(9));
        asked.add(city, 1, tomorrow.plusDays(9));
        asked.add(city, 2, tomorrow.plusDays(9));
        booked.add(city, 3, tomorrow, "OFFERED");
        var held = booked.add(city, 2, tomorrow.minusDays(2), "ACCEPTED");
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.city().officer(), size, language);
        try (var officer = new Walker("DESK", page, visitor.address(), words, size)) {
            officer.open(visitor.address() + "/desk");
            var requests = page.locator("#queue-asked .desk-item");

            if (size == Browsers.Size.DESK) {
                // Down to the first request and approved, by keys alone; taken back the same way.
                for (var line = 0; line < 3; line++) {
                    page.keyboard().press("j");
                }
                page.keyboard().press("a");
                assertThat(requests).hasCount(2);
                page.keyboard().press("u");
            } else {
                officer.press(requests.first().locator("[data-key=a]"));
                assertThat(requests).hasCount(2);
                officer.press(page.locator("#toasts button"));
            }
            assertThat(requests).hasCount(3);
            Assertions.assertThat(cities.text("select state from request where id = ?", first))
                    .isEqualTo("ASKED");

            officer.press(requests.nth(1).locator("[data-tick]"));
            officer.press(requests.nth(2).locator("[data-tick]"));
            var many = page.locator("#queue-asked [data-many]");
            officer.press(many.locator("summary"));
            many.locator("input[name=reason]").fill("请换一个时间");
            officer.look();
            officer.press(many.locator("form button:visible").last());
            assertThat(requests).hasCount(1);

            officer.press(page.locator("#queue-unanswered [data-key=m]"));
            assertThat(page.locator("#toasts"))
                    .containsText(city.villages().get(3).name());

            page.locator("#queue-missing input[name=people]").fill("46");
            officer.press(page.locator("#queue-missing button"));
            assertThat(page.locator("#queue-missing")).hasCount(0);
            Assertions.assertThat(cities.count("select attendance from talk where id = ?", held))
                    .isEqualTo(46);
            officer.look();

            officer.press(page.locator("#queue-unanswered [data-key=m]"));
            assertThat(page.locator("#queue-unanswered .alert")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK,zh-CN", "PHONE,en"})
    void a_saved_filter_is_found_in_the_palette_by_keys(Browsers.Size size, String language) {
        var city = cities.make();
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.city().officer(), size, language);
        try (var officer = new Walker("FIND", page, visitor.address(), words, size)) {
            officer.open(visitor.address() + "/venues?kind=station");
            officer.press(page.locator(".saved-filters summary"));
            page.locator("form.saved-menu input[name=name]").fill("Stations 1");
            officer.follow(page.locator("form.saved-menu button"));
            assertThat(page.locator(".saved-filter.is-here")).containsText("Stations 1");

            officer.open(visitor.address() + "/requests");
            if (size == Browsers.Size.DESK) {
                page.keyboard().press("Control+k");
            } else {
                officer.press(page.locator("[data-palette-open]"));
            }
            assertThat(page.locator("#palette [role=combobox]")).isFocused();
            page.keyboard().type(city.villages().getFirst().name());
            assertThat(page.locator("#palette-speaker-0")).isVisible();
            officer.look();
            page.locator("#palette [role=combobox]").fill("stations");
            assertThat(page.locator("#palette-filter-0[aria-selected=true]")).isVisible();
            page.keyboard().press("Enter");
            page.waitForURL("**/venues?kind=station");
            page.keyboard().press("Control+k");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();
        }
    }
}
