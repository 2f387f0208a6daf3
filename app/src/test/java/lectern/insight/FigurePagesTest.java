package lectern.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AppTest
@Import({HeldTalks.class, Settling.class})
class FigurePagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String DAYS = "&from=2026-01-01&to=2026-12-31";
    private static final Pattern TALKS = Pattern.compile("data-figure=\"talks\">([^<]*)<");

    @Autowired
    SmallCity cities;

    @Autowired
    HeldTalks held;

    @Autowired
    Settling settling;

    @Autowired
    Visitor visitor;

    private SmallCity.Made cityWithTalks() {
        var city = cities.make();
        held.add(city, 0, DAY, 9, 40, 5);
        held.add(city, 0, DAY.plusMonths(1), 9, 30);
        held.add(city, 4, DAY, 9, 7);
        settling.report(city, 0, DAY);
        settling.report(city, 0, DAY.plusMonths(1));
        settling.report(city, 4, DAY);
        settling.settle(city);
        return city;
    }

    private static String talksOn(String page) {
        var figure = TALKS.matcher(page);
        assertThat(figure.find()).isTrue();
        return figure.group(1);
    }

    @Test
    void each_level_shows_its_own_sum_down_to_the_single_talk() {
        var city = cityWithTalks();
        var officer = visitor.as(city.city().officer());

        assertThat(talksOn(officer.get("/figures?" + DAYS).body())).isEqualTo("3");
        assertThat(talksOn(officer.get(
                                "/figures?unit=" + city.counties().getFirst().id() + DAYS)
                        .body()))
                .isEqualTo("2");
        assertThat(talksOn(officer.get("/figures?unit=" + city.towns().getLast().id() + DAYS)
                        .body()))
                .isEqualTo("0");
        var village = officer.get("/figures?unit=" + city.villages().getFirst().id() + DAYS)
                .body();
        assertThat(talksOn(village)).isEqualTo("2");
        assertThat(village.split("href=\"/talks/", -1)).hasSize(3);
    }

    @Test
    void a_period_holds_its_first_and_last_day() {
        var city = cityWithTalks();
        var officer = visitor.as(city.city().officer());

        assertThat(talksOn(officer.get("/figures?from=2026-03-01&to=2026-03-01").body()))
                .isEqualTo("2");
        assertThat(talksOn(officer.get("/figures?from=2026-03-02&to=2026-04-01").body()))
                .isEqualTo("1");
    }

    @Test
    void a_unit_outside_the_own_one_is_not_found() {
        var city = cityWithTalks();
        var other = cities.make();
        var county = visitor.as(city.counties().getFirst().officer());
        var keeper = visitor.as(city.keepers().getFirst());

        assertThat(county.get("/figures?unit=" + city.city().id()).statusCode()).isEqualTo(404);
        assertThat(county.get("/figures?unit=" + city.counties().getLast().id()).statusCode())
                .isEqualTo(404);
        assertThat(county.get("/figures?unit=" + other.city().id()).statusCode())
                .isEqualTo(404);
        assertThat(keeper.get("/figures?unit=" + city.towns().getFirst().id()).statusCode())
                .isEqualTo(404);
        assertThat(talksOn(keeper.get("/figures?" + DAYS).body())).isEqualTo("2");
    }

    @Test
    void a_period_that_cannot_be_is_said_where_it_was_typed() {
        var officer = visitor.as(cities.make().city().officer());

        for (var typed : new String[] {
            "from=2026-05-02&to=2026-05-01", "from=tomorrow", "to=2026-02-30", "from=%2B999999999-01-01"
        }) {
            var answer = officer.get("/figures?" + typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).as(typed).contains("id=\"period-problem\"");
        }
    }

    @Test
    void the_happenings_of_a_unit_are_a_part_for_its_page() {
        var city = cities.make();
        var today = LocalDate.now(SmallCity.ZONE);
        var talk = held.add(city, 0, today.minusDays(3), 9, 40);
        settling.report(city, 0, today.minusDays(3));
        settling.settle(city);
        var officer = visitor.as(city.city().officer());

        var part = officer.get("/units/" + city.towns().getFirst().id() + "/happenings");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).doesNotContain("<html").contains("href=\"/talks/" + talk + "\"");
        assertThat(visitor.as(city.counties().getLast().officer())
                        .get("/units/" + city.towns().getFirst().id() + "/happenings")
                        .statusCode())
                .isEqualTo(404);
    }
}
