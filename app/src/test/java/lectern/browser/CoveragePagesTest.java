package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Locale;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.insight.HeldTalks;
import lectern.insight.Settling;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// An officer sees which villages have not heard a topic for long, on the map and in the table, and closes the gap.
@AppTest
@Import({HeldTalks.class, Settling.class})
class CoveragePagesTest {
    private static final LocalDate TODAY = LocalDate.now(SmallCity.ZONE);
    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    HeldTalks held;

    @Autowired
    Settling settling;

    @Autowired
    Visitor visitor;

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
    void a_gap_is_seen_on_the_map_and_in_the_table_and_closed(Browsers.Size size, String language) {
        var city = cities.make();
        held.add(city, 0, TODAY.minusDays(9).atTime(23, 30), city.topics().getFirst(), "elderly", 10);
        held.add(city, 1, TODAY.minusMonths(14).atTime(9, 0), city.topics().getFirst(), "elderly", 10);
        settling.report(city, 0, TODAY.minusDays(9));
        settling.report(city, 1, TODAY.minusMonths(14));
        settling.settle(city);
        var officer = city.counties().getFirst().officer();
        var words = new Words(messages, Locale.forLanguageTag(language));
        try (var walker = new Walker(
                "coverage", browsers.open(visitor, officer, size, language), visitor.address(), words, size)) {
            var page = walker.page;
            walker.open(visitor.address() + "/coverage?topic=" + city.topics().getFirst());
            page.waitForSelector("#coverage-map[data-drawn='4']");
            assertThat(page.locator("[data-gap=NEVER] [data-count]")).hasText("2");
            assertThat(page.locator("[data-gap=OVER_YEAR] [data-count]")).hasText("1");
            assertThat(page.locator("#coverage-map path[fill='url(#pattern-NEVER)']"))
                    .hasCount(2);
            assertThat(page.locator("#villages tbody tr")).hasCount(4);
            assertThat(page.locator("#villages tbody tr").last())
                    .containsText(city.villages().getFirst().name());

            walker.follow(walker.link("coverage.view.subjects"));
            assertThat(page.locator("#subjects tbody tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("法律进家门"))
                            .locator("td")
                            .first())
                    .hasText("1");
            walker.follow(walker.link("coverage.view.villages"));
            walker.follow(page.locator("[data-gap=NEVER]"));
            assertThat(page.locator("#villages tbody tr")).hasCount(2);

            walker.press(page.locator("[data-tick-page]"));
            walker.follow(walker.button("coverage.close"));
            walker.press(walker.button("coverage.close.make"));
            assertThat(page.locator(".invalid-feedback").first()).isVisible();
            walker.look();
            page.selectOption("select[name=topic]", city.topics().getFirst().toString());
            page.selectOption("select[name=segment]", "elderly");
            walker.press(page.locator("#drafts input[name=village]").last());
            page.locator("#drafts .close-people").first().fill("25");
            walker.follow(walker.button("coverage.close.make"));
            walker.reads("coverage.made", "1");
            assertThat(cities.count(
                            "select count(*) from request where city_id = ? and state = 'APPROVED' and expected = 25",
                            city.city().id()))
                    .isEqualTo(1);
            assertThat(page.locator("#villages tbody tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText(words.of("coverage.asked"))))
                    .hasCount(1);
            walker.follow(walker.named(AriaRole.LINK, words.of("coverage.made.plan")));
            page.waitForSelector("#plan-extent dd");
            assertThat(page.textContent("#plan-extent dd")).isEqualTo("1");
        }
    }
}
