package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
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
            assertThat(reports(talk)).isZero();

            phone.findsSignal();
            assertThat(phone.page().locator("#outbox-list .card")).hasCount(0);
            assertThat(phone.page().locator("#outbox-none")).isVisible();
            phone.walker().look();
            assertThat(reports(talk)).isEqualTo(1);
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
            assertThat(reports(talk)).isEqualTo(1);

            phone.findsSignal();
            phone.page().reload();
            assertThat(phone.page().locator(".outbox-note")).isHidden();
            assertThat(reports(talk)).isEqualTo(1);
        }
    }

    @Test
    void another_account_on_the_phone_neither_sees_nor_sends_what_waits() {
        var talk = heldTalk(3);
        var words = new Words(messages, Locale.SIMPLIFIED_CHINESE);
        var owner = city.keepers().getFirst();
        try (var phone = phone("shared", owner, words)) {
            phone.page().onDialog(Dialog::accept);
            phone.walker().open(line.address() + headcount(talk));
            phone.keeps("/station", headcount(talk));
            phone.losesSignal();
            phone.walker().field("headcount.people").fill("46");
            phone.walker().follow(phone.walker().button("headcount.send"));
            phone.walker()
                    .press(phone.page()
                            .locator("header [data-bs-toggle=dropdown]")
                            .last());
            phone.walker().follow(phone.walker().button("nav.logout"));
            assertThat(phone.page().getByText(words.of("offline.loggedOut"))).isVisible();
            phone.lacks("/station", "/outbox", headcount(talk));

            phone.isTakenBy(visitor.sessionCookie(city.keepers().get(1)));
            phone.findsSignal();
            phone.walker().open(line.address() + "/station");
            assertThat(phone.page().locator(".outbox-note")).isHidden();
            phone.walker().open(line.address() + "/outbox");
            assertThat(phone.page().locator("#outbox-none")).isVisible();
            phone.keeps("/station");
            assertThat(reports(talk)).isZero();

            phone.isTakenBy(visitor.sessionCookie(owner));
            phone.page().navigate(line.address() + "/station");
            assertThat(phone.walker().link("headcount.report")).hasCount(0);
            assertThat(reports(talk)).isEqualTo(1);
        }
    }

    @Test
    void a_speaker_answers_without_a_signal_and_is_told_what_needs_one() {
        var talk = booked.add(city, 0, LocalDateTime.now(SmallCity.ZONE).plusDays(2), "OFFERED");
        var words = new Words(messages, Locale.ENGLISH);
        try (var phone = phone("speaker", city.speakerActors().getFirst(), words)) {
            phone.walker().open(line.address() + "/tasks/availability");
            phone.keeps("/tasks", "/tasks/availability");
            phone.losesSignal();
            phone.page().reload();
            phone.walker().look();
            assertThat(phone.page().locator(".needs-signal").first()).isVisible();
            assertThat(phone.page().locator("main form[method=post] button").first())
                    .isDisabled();
            phone.walker().goTo("task.title");
            phone.walker().follow(phone.walker().button("task.accept"));
            assertThat(phone.walker().button("task.accept")).isHidden();
            phone.walker().look();

            phone.findsSignal();
            assertThat(phone.page().locator(".outbox-note")).isHidden();
            phone.walker().reads("task.state.ACCEPTED");
            assertThat(cities.text("select state from talk where id = ?", talk)).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void a_new_release_takes_over_and_its_pages_open_without_a_signal() {
        var words = new Words(messages, Locale.ENGLISH);
        try (var phone = phone("release", city.keepers().getFirst(), words)) {
            phone.walker().open(line.address() + "/station");
            phone.keeps("/station", "/outbox");
            var old = phone.release();
            var fresh = new StringBuilder(old).reverse().toString();
            line.garble(old, fresh);
            phone.page().reload();
            phone.page().waitForCondition(() -> phone.release().contains(fresh));
            // The page that found the new release was kept by the old one; the next visits are not.
            phone.page().waitForCondition(() -> {
                var isAlone = phone.release().equals(fresh);
                if (!isAlone) {
                    phone.page().reload();
                }
                return isAlone;
            });
            phone.keeps("/station", "/outbox");

            phone.losesSignal();
            phone.page().reload();
            assertThat(phone.page().locator(".as-of")).isVisible();
            phone.walker().look();
        }
    }

    private long reports(UUID talk) {
        return cities.count("select count(*) from headcount where talk_id = ?", talk);
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
