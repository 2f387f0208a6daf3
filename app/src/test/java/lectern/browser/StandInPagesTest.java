package lectern.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.planning.disruption.Calendar;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// Somebody declines: who stands by that day is asked first, the others in turn, and the first who can takes over.
@AppTest
class StandInPagesTest {
    /// Days after the Monday that the programme begins with.
    private static final int DAY = 4;

    private static Browsers browsers;

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    OwnerConnections owner;

    @Autowired
    MessageSource messages;

    @Autowired
    MovableClock clock;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    /// At night nobody is asked.
    private void inTheMorning() {
        var now = clock.instant();
        var morning = LocalDate.ofInstant(now, SmallCity.ZONE).plusDays(1).atTime(10, 0);
        clock.move(Duration.between(now, morning.atZone(SmallCity.ZONE).toInstant()));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"DESK,zh-CN", "PHONE,en"})
    void a_speaker_stands_by_and_is_the_first_who_is_asked_in_turn(Browsers.Size size, String language) {
        var city = cities.make();
        var programme = new OpenProgramme(owner, city);
        var calendar = new Calendar(city, programme, cities);
        inTheMorning();
        for (var free = 0; free < 4; free++) {
            programme.availableOn(free, DAY, 8, 18);
        }
        var talk = calendar.talk(0, 0, DAY, 9);
        var words = new Words(messages, Locale.forLanguageTag(language));
        var office = browsers.open(visitor, city.counties().getFirst().officer(), size, language);
        try (var officer = new Walker("OFFICE", office, visitor.address(), words, size)) {
            officer.open(visitor.address() + "/standby?day=" + programme.monday.plusDays(DAY));
            var proposed = office.locator("main input[name=speaker]");
            assertThat(proposed).hasCount(1);
            var speaker = city.speakers().indexOf(UUID.fromString(proposed.inputValue()));
            officer.follow(officer.button("standby.ask"));
            assertThat(office.locator("[action$='/withdraw']")).hasCount(1);

            var phone = browsers.open(visitor, city.speakerActors().get(speaker), Browsers.Size.PHONE, language);
            try (var asked = new Walker("SPEAKER", phone, visitor.address(), words, Browsers.Size.PHONE)) {
                asked.open(visitor.address() + "/tasks");
                asked.follow(asked.button("standby.agree"));
                calendar.declined(talk);

                officer.open(visitor.address() + "/talks/" + talk);
                assertThat(office.locator(".substitutes li")).hasCount(3);
                var first = office.locator(".substitutes li").first();
                assertThat(first).containsText(words.of("standby.mark"));
                office.locator("input[name=turn]").first().check();
                office.locator("input[name=turn]").nth(1).check();
                officer.look();
                officer.follow(officer.button("asking.start"));
                Assertions.assertThat(calendar.state(talk)).isEqualTo("OFFERED");

                asked.open(visitor.address() + "/tasks");
                asked.follow(phone.locator("#task-" + talk).getByText(words.of("task.accept")));
                Assertions.assertThat(calendar.state(talk)).isEqualTo("ACCEPTED");
                Assertions.assertThat(calendar.speakerOf(talk))
                        .isEqualTo(city.speakers().get(speaker).toString());
            }
        }
    }
}
