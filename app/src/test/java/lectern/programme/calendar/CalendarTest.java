package lectern.programme.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class CalendarTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String MONTH = "&from=2026-02-23&until=2026-04-06";

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    @Autowired
    OwnerConnections owner;

    @Autowired
    JsonMapper json;

    private SmallCity.Made city;
    private BookedTalks booked;

    @BeforeEach
    void make() {
        city = cities.make();
        booked = new BookedTalks(owner);
    }

    private JsonNode stretch(Visitor.Visit visit, String query) {
        var answer = visit.get("/calendar/talks?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @Test
    void a_talk_at_half_past_eleven_at_night_belongs_to_its_local_day() {
        var talk = booked.add(city, 0, DAY.atTime(23, 30), "ACCEPTED");
        var officer = visitor.as(city.city().officer());

        var shown = stretch(officer, "from=2026-03-10&until=2026-03-11").get("talks");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.get(0).get("start").asString()).isEqualTo("2026-03-10T23:30:00");
        assertThat(shown.get(0).get("end").asString()).isEqualTo("2026-03-11T00:15:00");
        assertThat(stretch(officer, "from=2026-03-11&until=2026-03-12").get("talks"))
                .isEmpty();
        assertThat(stretch(officer, "onlyCounts=true" + MONTH)
                        .get("counts")
                        .get(0)
                        .get("day")
                        .asString())
                .isEqualTo("2026-03-10");
        assertThat(officer.get("/calendar?view=day&day=2026-03-10").body()).contains("/talks/" + talk);
        assertThat(officer.get("/calendar?view=day&day=2026-03-11").body()).doesNotContain("/talks/" + talk);
    }

    @Test
    void a_month_with_many_talks_comes_as_numbers() {
        for (var number = 0; number < 151; number++) {
            booked.add(city, number % 8, DAY.minusDays(9).plusDays(number / 8).atTime(9, 0), "HELD");
        }
        booked.add(city, 0, DAY.atTime(14, 0), "OPEN");
        booked.add(city, 0, DAY.atTime(14, 30), "CANCELLED");
        var officer = visitor.as(city.city().officer());

        var month = stretch(officer, MONTH);
        assertThat(month.get("counted").asBoolean()).isTrue();
        assertThat(month.get("talks")).isEmpty();
        assertThat(month.get("counts").size()).isEqualTo(19);
        var day = month.get("counts").get(9);
        assertThat(day.get("day").asString()).isEqualTo("2026-03-10");
        assertThat(day.get("talks").asInt()).isEqualTo(9);
        assertThat(day.get("open").asInt()).isEqualTo(1);
        var hours = stretch(officer, "byHour=true&from=2026-03-09&until=2026-03-16&onlyCounts=true")
                .get("counts");
        assertThat(hours.get(2).get("start").asString()).isEqualTo("2026-03-10T14:00:00");
        assertThat(hours.get(2).get("talks").asInt()).isEqualTo(1);

        var county = stretch(visitor.as(city.counties().getFirst().officer()), MONTH);
        assertThat(county.get("counted").asBoolean()).isFalse();
        assertThat(county.get("talks").size()).isEqualTo(77);
    }

    @Test
    void the_calendar_is_narrowed_to_unit_venue_speaker_state_and_topic() {
        booked.add(city, 0, DAY.atTime(9, 0), "ACCEPTED");
        booked.add(city, 1, DAY.atTime(9, 0), "OFFERED");
        booked.add(city, 4, DAY.atTime(9, 0), "CANCELLED");
        var officer = visitor.as(city.city().officer());

        assertThat(stretch(officer, MONTH).get("talks").size()).isEqualTo(2);
        assertThat(units(officer, "unit=" + city.villages().get(1).id()))
                .isEqualTo(city.villages().get(1).name());
        assertThat(units(officer, "unit=" + city.towns().getFirst().id()))
                .isEqualTo(
                        city.villages().get(0).name() + city.villages().get(1).name());
        assertThat(units(officer, "venue=" + city.venues().get(1)))
                .isEqualTo(city.villages().get(1).name());
        assertThat(units(officer, "speaker=" + city.speakers().get(0)))
                .isEqualTo(city.villages().get(0).name());
        assertThat(units(officer, "state=CANCELLED"))
                .isEqualTo(city.villages().get(4).name());
        assertThat(units(officer, "topic=" + city.topics().getLast())).isEmpty();
        assertThat(units(officer, "plan=" + UUID.randomUUID())).isEmpty();
    }

    private String units(Visitor.Visit visit, String query) {
        var units = new StringBuilder();
        stretch(visit, query + MONTH)
                .get("talks")
                .forEach(talk -> units.append(talk.get("unit").asString()));
        return units.toString();
    }

    @Test
    void a_speaker_sees_his_own_talks_wherever_they_are_and_no_others() {
        var own = booked.add(city, 0, DAY.atTime(9, 0), "ACCEPTED");
        booked.add(city, 1, DAY.atTime(9, 0), "ACCEPTED");
        booked.run(
                "update talk set speaker_id = ? where id = ?",
                city.speakers().get(7),
                booked.add(city, 0, DAY.atTime(14, 0), "ACCEPTED"));

        var shown = stretch(visitor.as(city.speakerActors().getFirst()), MONTH).get("talks");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.get(0).get("href").asString()).isEqualTo("/tasks#task-" + own);
        var guest = stretch(visitor.as(city.speakerActors().get(7)), MONTH).get("talks");
        assertThat(guest.size()).isEqualTo(1);
    }

    @Test
    void a_foreign_county_sees_nothing_of_it() {
        booked.add(city, 0, DAY.atTime(9, 0), "ACCEPTED");
        var neighbour = visitor.as(city.counties().getLast().officer());

        assertThat(stretch(neighbour, MONTH).get("talks")).isEmpty();
        assertThat(stretch(neighbour, "unit=" + city.villages().getFirst().id() + MONTH)
                        .get("talks"))
                .isEmpty();
    }

    @Test
    void a_stretch_that_is_too_long_or_ends_before_it_begins_is_refused_with_its_reason() {
        var officer = visitor.as(city.city().officer());
        assertThat(officer.get("/calendar/talks?from=2026-01-01&until=2026-12-31")
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.get("/calendar/talks?from=2026-03-11&until=2026-03-10")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_talks() {
        var officer = visitor.as(city.city().officer());
        booked.add(city, 0, DAY.atTime(9, 0), "ACCEPTED");
        var one = queries(officer);
        booked.add(city, 1, DAY.atTime(9, 0), "ACCEPTED");
        booked.add(city, 2, DAY.atTime(9, 0), "OFFERED");
        assertThat(queries(officer)).isEqualTo(one);
    }

    private java.util.List<Integer> queries(Visitor.Visit visit) {
        return java.util.stream.Stream.of(
                        "/calendar?view=day&day=2026-03-10",
                        "/calendar?view=agenda&day=2026-03-10",
                        "/calendar/talks?from=2026-03-09&until=2026-03-16",
                        "/calendar/sheet?day=2026-03-10")
                .map(path -> statements.of(() -> visit.get(path)))
                .toList();
    }

    @Test
    void the_sheet_of_a_week_shows_what_is_settled_with_its_codes() {
        booked.add(city, 0, DAY.atTime(LocalTime.of(9, 30)), "ACCEPTED");
        booked.add(city, 0, DAY.atTime(LocalTime.of(14, 0)), "OFFERED");
        booked.add(city, 0, DAY.plusDays(7).atTime(9, 0), "ACCEPTED");
        var keeper = visitor.as(city.keepers().getFirst());

        var sheet = keeper.get("/calendar/sheet?day=2026-03-13").body();
        assertThat(occurrences(sheet, "class=\"sheet-talk\"")).isEqualTo(1);
        assertThat(occurrences(sheet, "shape-rendering")).isEqualTo(2);
        assertThat(sheet).contains("09:30").doesNotContain("14:00");
        assertThat(keeper.get("/calendar/sheet?unit="
                                + city.villages().getLast().id())
                        .statusCode())
                .isEqualTo(404);
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
