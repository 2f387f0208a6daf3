package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.planning.disruption.Calendar;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// A speaker falls ill: the office sees what breaks and mends it; what is left is claimed from a phone.
@AppTest
class ChangePagesTest {
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
    @CsvSource({"DESK,zh-CN", "PHONE,en"})
    void a_week_of_illness_is_recorded_what_breaks_is_seen_and_the_least_change_is_applied(
            Browsers.Size size, String language) {
        var city = cities.make();
        var programme = new OpenProgramme(owner, city);
        var calendar = new Calendar(city, programme, cities);
        programme.available(0, 1, 2);
        var hit = calendar.talk(0, 0, 0, 9);
        var other = calendar.talk(2, 1, 0, 14);
        var stays = calendar.row(other);
        var words = new Words(messages, Locale.forLanguageTag(language));
        var page = browsers.open(visitor, city.counties().getFirst().officer(), size, language);
        try (var officer = new Walker("CHANGE", page, visitor.address(), words, size)) {
            officer.open(visitor.address() + "/changes");
            officer.reads("change.breaks.none");
            var form = page.locator("form[action='/changes/speaker']");
            officer.press(form.getByRole(AriaRole.COMBOBOX));
            page.keyboard().type(city.villages().getFirst().name());
            officer.press(form.getByRole(AriaRole.OPTION).first());
            form.locator("[name=from]").fill(programme.monday.toString());
            form.locator("[name=to]").fill(programme.sunday().toString());
            officer.follow(form.locator("button[type=submit]"));
            assertThat(page.locator(".broken")).hasCount(1);

            officer.open(visitor.address() + "/desk");
            assertThat(page.locator(".change-hint")).isVisible();
            officer.open(visitor.address() + "/talks/" + hit);
            officer.reads("change.talk.SPEAKER");
            officer.follow(officer.link("change.hint.do"));

            officer.follow(officer.button("change.propose"));
            assertThat(page.locator(".change-line")).hasCount(1);
            officer.follow(officer.button("change.apply"));
            assertThat(page.locator(".alert-success")).isVisible();
            Assertions.assertThat(calendar.state(hit)).isEqualTo("OFFERED");
            Assertions.assertThat(calendar.speakerOf(hit))
                    .isNotEqualTo(city.speakers().getFirst().toString());
            Assertions.assertThat(calendar.row(other)).isEqualTo(stays);
            officer.follow(page.locator(".alert-success a"));
            officer.reads("change.breaks.none");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en"})
    void a_talk_without_a_speaker_is_opened_and_claimed_from_a_phone(String language) {
        var city = cities.make();
        var programme = new OpenProgramme(owner, city);
        var calendar = new Calendar(city, programme, cities);
        programme.available(0, 1);
        var talk = calendar.talk(0, 7, 0, 9);
        var far = calendar.talk(3, 7, 1, 14);
        calendar.declined(talk);
        calendar.declined(far);
        var words = new Words(messages, Locale.forLanguageTag(language));
        var office = browsers.open(visitor, city.counties().getFirst().officer(), Browsers.Size.DESK, language);
        try (var officer = new Walker("OPENS", office, visitor.address(), words, Browsers.Size.DESK)) {
            officer.open(visitor.address() + "/claims");
            office.locator("input[name=talk]").first().check();
            office.locator("input[name=talk]").nth(1).check();
            officer.follow(officer.button("claim.open"));
            assertThat(office.locator("[action$='/close']")).hasCount(2);
        }
        var phone = browsers.open(visitor, city.speakerActors().getFirst(), Browsers.Size.PHONE, language);
        try (var speaker = new Walker("CLAIMS", phone, visitor.address(), words, Browsers.Size.PHONE)) {
            speaker.open(visitor.address() + "/tasks");
            speaker.goTo("claim.title");
            var offered = phone.locator("main [action$='/claim']");
            assertThat(offered).hasCount(2);
            // The nearest comes first: the one in his own village.
            assertThat(offered.first()).hasAttribute("action", "/tasks/" + talk + "/claim");
            assertThat(phone.locator(".rule")).isVisible();
            speaker.follow(offered.first().locator("button"));
            assertThat(phone.locator("#task-" + talk)).isVisible();
            Assertions.assertThat(calendar.state(talk)).isEqualTo("ACCEPTED");
            Assertions.assertThat(calendar.state(far)).isEqualTo("OPEN");
        }
    }
}
