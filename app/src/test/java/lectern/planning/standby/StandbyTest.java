package lectern.planning.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.planning.disruption.Calendar;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class StandbyTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    SmallCity.Made city;
    OpenProgramme programme;
    Calendar calendar;
    Actor officer;
    Visitor.Visit visit;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        calendar = new Calendar(city, programme, cities);
        officer = city.counties().getFirst().officer();
        visit = visitor.as(officer);
    }

    private String page() {
        return "/standby?day=" + programme.monday;
    }

    private int ask(int speaker, int day) {
        return visit.post(
                        "/standby",
                        Map.of(
                                "day", programme.monday.plusDays(day).toString(),
                                "speaker", city.speakers().get(speaker).toString()))
                .statusCode();
    }

    private String standbyOf(int speaker) {
        return programme.text(
                "select id::text from standby where speaker_id = ? limit 1",
                city.speakers().get(speaker));
    }

    @Test
    void few_who_cover_most_are_proposed_and_who_agreed_is_first_among_the_substitutes() {
        programme.available(0, 1, 2, 3);
        var talk = calendar.talk(0, 0, 0, 9);
        calendar.talk(1, 1, 0, 14);
        // The third can take both over, and so the fourth adds nothing.
        var shown = visit.get(page()).body();
        assertThat(shown).contains("能顶 2 场，其中 2 场只有他顶");
        assertThat(shown.split("name=\"speaker\"", -1)).hasSize(2);

        assertThat(ask(3, 0)).isEqualTo(302);
        var phone = visitor.as(city.speakerActors().get(3));
        assertThat(phone.get("/tasks/standby").body()).contains("请您备勤");
        assertThat(phone.post("/tasks/standby/" + standbyOf(3) + "/agree", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(visit.get(page()).body()).contains("答应备勤");

        calendar.declined(talk);
        var substitutes = visit.get("/talks/" + talk + "/substitutes").body();
        assertThat(substitutes).contains("今日备勤");
        assertThat(substitutes.indexOf(city.speakers().get(3).toString()))
                .isLessThan(substitutes.indexOf(city.speakers().get(1).toString()));
    }

    @Test
    void nobody_stands_by_on_more_days_of_a_month_than_the_limit_and_only_he_himself_answers() {
        programme.available(0);
        programme.run(
                """
                insert into standby (id, city_id, unit_id, path, day, speaker_id, state, asked_by, asked_at)
                select gen_random_uuid(), ?, ?, ?, date_trunc('month', cast(? as date))::date + n, ?, 'AGREED', ?, now()
                from generate_series(20, 21) n
                """,
                city.city().id(),
                officer.unitId(),
                officer.path(),
                java.sql.Date.valueOf(programme.monday.plusMonths(1)),
                city.speakers().getFirst(),
                officer.accountId());
        var more = visit.post(
                "/standby",
                Map.of(
                        "day", programme.monday.plusMonths(1).withDayOfMonth(10).toString(),
                        "speaker", city.speakers().getFirst().toString()));
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(ask(1, 0)).isEqualTo(302);
        assertThat(ask(1, 0)).isEqualTo(302);
        assertThat(visitor.as(city.speakerActors().get(2))
                        .post("/tasks/standby/" + standbyOf(1) + "/agree", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visit.post("/standby/" + standbyOf(1) + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.as(city.speakerActors().get(1))
                        .post("/tasks/standby/" + standbyOf(1) + "/agree", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }
}
