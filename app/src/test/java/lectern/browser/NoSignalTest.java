package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import lectern.AppTest;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// A phone without a signal opens its pages, keeps what is typed in, and sends it once when the signal is back.
@AppTest
class NoSignalTest {
    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    OwnerConnections owner;

    @Autowired
    MessageSource messages;

    private SmallCity.Made city;
    private BookedTalks booked;
    private Line line;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void aCityAtTheOtherEndOfTheLine() {
        city = cities.make();
        booked = new BookedTalks(owner);
        line = new Line(visitor.address());
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_report_typed_in_without_a_signal_arrives_once(String language) {
        var talk = heldTalk(3);
        var words = new Words(messages, Locale.forLanguageTag(language));
        try (var phone = phone("keeper", city.keepers().getFirst(), words)) {
            phone.walker().open(line.address() + "/station");
            phone.keeps("/station", "/outbox", headcount(talk));

            phone.losesSignal();
            phone.walker().follow(phone.walker().link("headcount.report"));
            assertThat(phone.page().locator(".as-of")).isVisible();
            phone.walker().field("headcount.people").fill("46");
            phone.walker().follow(phone.walker().button("headcount.send"));
            assertThat(phone.page().locator(".outbox-note")).containsText(words.of("outbox.count", "1"));
            phone.page().reload();
            phone.walker().look();
            assertThat(phone.page().locator(".unsent").first()).containsText("46");
            phone.walker().follow(phone.page().locator(".outbox-note"));
            assertThat(phone.page().locator("#outbox-list .card")).hasCount(1);
            assertThat(cities.count("select count(*) from headcount where talk_id = ?", talk))
                    .isZero();

            phone.findsSignal();
            assertThat(phone.page().locator("#outbox-list .card")).hasCount(0);
            assertThat(phone.page().locator("#outbox-none")).isVisible();
            phone.walker().look();
            assertThat(cities.count("select count(*) from headcount where talk_id = ? and people = 46", talk))
                    .isEqualTo(1);
            phone.walker().goTo("station.title");
            assertThat(phone.page().locator(".outbox-note")).isHidden();
        }
    }

    /// Whether the first sending arrived cannot be known: the same report goes out again.
    @Test
    void an_answer_that_is_lost_does_not_double_a_report() {
        var talk = heldTalk(3);
        var words = new Words(messages, Locale.SIMPLIFIED_CHINESE);
        try (var phone = phone("lost", city.keepers().getFirst(), words)) {
            phone.walker().open(line.address() + headcount(talk));
            phone.keeps("/station", headcount(talk));
            phone.walker().hasNoSignal(true);
            line.loseAnswerToForm();
            phone.walker().field("headcount.people").fill("46");
            phone.walker().follow(phone.walker().button("headcount.send"));
            assertThat(phone.page().locator(".outbox-note")).containsText(words.of("outbox.count", "1"));
            assertThat(cities.count("select count(*) from headcount where talk_id = ?", talk))
                    .isEqualTo(1);

            phone.findsSignal();
            phone.page().reload();
            assertThat(phone.page().locator(".outbox-note")).isHidden();
            assertThat(cities.count("select count(*) from headcount where talk_id = ?", talk))
                    .isEqualTo(1);
        }
    }

    private UUID heldTalk(int hoursAgo) {
        return booked.add(city, 0, LocalDateTime.now(SmallCity.ZONE).minusHours(hoursAgo), "ACCEPTED");
    }

    private static String headcount(UUID talk) {
        return "/station/talks/" + talk + "/headcount";
    }

    private Phone phone(String who, Actor actor, Words words) {
        var language = words.locale().toLanguageTag();
        var page = browsers.open(visitor, actor, Browsers.Size.PHONE, language);
        return new Phone(page, line, new Walker(who, page, line.address(), words, Browsers.Size.PHONE));
    }
}
