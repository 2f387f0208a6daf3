package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import lectern.AppTest;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// From the month to the day to the talk at a desk; the agenda and a feed on a phone.
@AppTest
class CalendarPagesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);
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
    @ValueSource(strings = {"zh-CN", "en"})
    void an_officer_goes_from_the_month_to_the_day_to_the_talk(String language) {
        var city = cities.make();
        var booked = new BookedTalks(owner);
        for (var number = 0; number < 160; number++) {
            booked.add(city, number % 8, DAY.plusDays(number / 8).atTime(9, 0), "HELD");
        }
        var late = booked.add(city, 0, DAY.atTime(23, 30), "OPEN");
        try (var officer = walker(city.city().officer(), Browsers.Size.DESK, language)) {
            officer.open(visitor.address() + "/calendar?view=month&day=" + DAY);
            var count = officer.page.locator("td[data-date='" + DAY + "'] .cal-count");
            count.waitFor();
            assertThat(count.locator("strong").textContent()).contains("9");
            officer.look();
            officer.follow(count);
            assertThat(officer.page.locator(".cal-row").count()).isEqualTo(9);
            officer.follow(officer.link("calendar.week"));
            officer.page.locator(".cal-talk").first().waitFor();
            officer.page.locator(".fc-more-link").first().waitFor();
            officer.look();
            officer.page.goBack();
            officer.follow(officer.page.locator("a[href='/talks/" + late + "']"));
            officer.reads("talk.state.OPEN");

            var county = city.counties().getFirst();
            officer.open(visitor.address() + "/calendar?view=month&day=" + DAY + "&unit=" + county.id());
            officer.page
                    .locator("td[data-date='" + DAY + "'] .cal-talk")
                    .first()
                    .waitFor();
            officer.look();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_keeper_sees_the_agenda_subscribes_and_prints_the_week(String language) {
        var city = cities.make();
        var booked = new BookedTalks(owner);
        var today = LocalDate.now(SmallCity.ZONE);
        booked.add(city, 0, today.plusDays(1).atTime(23, 30), "ACCEPTED");
        booked.add(city, 0, today.plusDays(2).atTime(9, 0), "OFFERED");
        try (var keeper = walker(city.keepers().getFirst(), Browsers.Size.PHONE, language)) {
            keeper.open(visitor.address() + "/calendar");
            assertThat(keeper.page.locator(".cal-row:visible").count()).isEqualTo(2);
            assertThat(keeper.page.locator("[data-calendar]:visible").count()).isZero();
            keeper.follow(keeper.link("calendar.month"));
            keeper.page
                    .locator("td[data-date='" + today.plusDays(1) + "'] .cal-count")
                    .waitFor();
            keeper.look();
            keeper.follow(keeper.link("calendar.feeds"));
            keeper.follow(keeper.button("feed.make").first());
            keeper.reads("feed.fresh");
            keeper.open(visitor.address() + "/calendar/sheet?day=" + today.plusDays(1));
            assertThat(keeper.page.locator(".sheet-talk").first().textContent()).contains("23:30");
        }
    }

    private Walker walker(lectern.platform.security.Actor actor, Browsers.Size size, String language) {
        var words = new Words(messages, Locale.forLanguageTag(language));
        return new Walker(
                actor.role().name(), browsers.open(visitor, actor, size, language), visitor.address(), words, size);
    }
}
