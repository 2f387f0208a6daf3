package lectern.programme.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.planning.disruption.Calendar;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class ClaimTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

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

    @AfterEach
    void now() {
        clock.reset();
    }

    /// A talk of the first village that its speaker declined, somebody of the second county.
    private UUID open(int day, int hour) {
        var talk = calendar.talk(0, 7, day, hour);
        calendar.declined(talk);
        assertThat(visit.post("/claims/open", Map.of("talk", talk.toString())).statusCode())
                .isEqualTo(302);
        return talk;
    }

    private int claim(int speaker, UUID talk) {
        return visitor.as(city.speakerActors().get(speaker))
                .post("/tasks/" + talk + "/claim", Map.of())
                .statusCode();
    }

    @Test
    void of_eight_who_claim_at_once_exactly_one_gets_it_and_the_others_read_why() throws Exception {
        for (var speaker = 0; speaker < 7; speaker++) {
            programme.availableOn(speaker, 0, 6, 22);
        }
        var talk = open(0, 14);
        var barrier = new CyclicBarrier(8);
        var claims = new ArrayList<Callable<java.net.http.HttpResponse<String>>>();
        for (var index = 0; index < 8; index++) {
            // One taps twice.
            var phone = visitor.as(city.speakerActors().get(index % 7));
            claims.add(() -> {
                barrier.await();
                return phone.post("/tasks/" + talk + "/claim", Map.of());
            });
        }
        var answers = new ArrayList<java.net.http.HttpResponse<String>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var future : pool.invokeAll(claims)) {
                answers.add(future.get());
            }
        }
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 302))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 302))
                .hasSize(7)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.body()).contains("被别人接走");
                });
        assertThat(calendar.state(talk)).isEqualTo("ACCEPTED");
        assertThat(calendar.offers(talk, "ACCEPTED")).isEqualTo(1);
        assertThat(cities.count(
                        "select count(*) from claim_opening where talk_id = ? and closed_because = 'TAKEN'", talk))
                .isEqualTo(1);
    }

    @Test
    void those_with_fewer_talks_come_first_and_after_the_head_start_everybody_may() {
        programme.available(0, 1);
        // The first speaker has more this month than the middle one.
        calendar.talk(1, 0, 0, 8);
        calendar.talk(2, 0, 1, 8);
        var talk = open(0, 14);

        var phone = visitor.as(city.speakerActors().getFirst());
        assertThat(phone.get("/tasks/claims").body())
                .contains("起您可以接")
                .contains("公平规则")
                .doesNotContain("/tasks/" + talk + "/claim");
        var early = phone.post("/tasks/" + talk + "/claim", Map.of());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("先让本月场次较少的人接");
        assertThat(visitor.as(city.speakerActors().get(1)).get("/tasks/claims").body())
                .contains("/tasks/" + talk + "/claim");

        clock.move(Duration.ofHours(4).plusMinutes(1));
        assertThat(claim(0, talk)).isEqualTo(302);
        assertThat(calendar.speakerOf(talk))
                .isEqualTo(city.speakers().getFirst().toString());
    }

    @Test
    void nobody_claims_more_than_the_cap_of_a_week() {
        programme.available(1);
        var talks = List.of(open(0, 9), open(0, 14), open(1, 9));
        clock.move(Duration.ofHours(5));
        assertThat(claim(1, talks.get(0))).isEqualTo(302);
        assertThat(claim(1, talks.get(1))).isEqualTo(302);
        var third = visitor.as(city.speakerActors().get(1)).post("/tasks/" + talks.get(2) + "/claim", Map.of());
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("留给别人");
    }

    @Test
    void a_speaker_sees_only_what_he_could_take_and_of_that_only_what_he_needs() {
        programme.available(1, 2, 3, 4);
        var talk = open(0, 14);
        calendar.away(2, 0, 0);
        calendar.talk(3, 3, 0, 14);
        programme.run(
                "delete from speaker_topic where speaker_id = ? and topic_id = ?",
                city.speakers().get(4),
                city.topics().getFirst());
        programme.run(
                "update request set contact_name = '张三', note = '只给单位看' where path = ?",
                city.villages().getFirst().path());

        assertThat(sees(1)).containsExactly(talk);
        // Away · has another talk · does not speak about it · has no time · declined it.
        for (var speaker : List.of(2, 3, 4, 5, 7)) {
            assertThat(sees(speaker)).as("speaker %d", speaker).isEmpty();
            assertThat(claim(speaker, talk)).as("speaker %d", speaker).isEqualTo(404);
        }
        var other = cities.make();
        assertThat(visitor.as(other.speakerActors().getFirst())
                        .post("/tasks/" + talk + "/claim", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.as(city.speakerActors().get(1)).get("/tasks/claims").body())
                .doesNotContain("张三")
                .doesNotContain("只给单位看");
        assertThat(columns()).isEqualTo(0);
    }

    /// What the view gives to that speaker, whatever a page would make of it.
    private List<UUID> sees(int speaker) {
        return SmallCity.as(
                city.speakerActors().get(speaker),
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select talk_id from claimable_talk")
                                .query(UUID.class)
                                .list()));
    }

    /// The tables behind it stay closed to a speaker of another county.
    private long columns() {
        return SmallCity.as(
                city.speakerActors().get(4),
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(
                                        "select (select count(*) from claim_opening) + (select count(*) from talk where state = 'OPEN')")
                                .query(Long.class)
                                .single()));
    }

    @Test
    void all_that_is_unserved_in_a_period_is_opened_at_once_and_once_only() {
        programme.available(0, 1);
        programme.requests(0, 1, 2);
        var declined = calendar.talk(3, 7, 1, 9);
        calendar.declined(declined);
        var form = Map.of(
                "from", programme.monday.toString(), "to", programme.sunday().toString(), "requests", "true");
        assertThat(visit.post("/claims/open-period", form).statusCode()).isEqualTo(302);
        assertThat(visit.post("/claims/open-period", form).statusCode()).isEqualTo(302);
        assertThat(cities.count(
                        "select count(*) from claim_opening where city_id = ? and closed_at is null",
                        city.city().id()))
                .isEqualTo(4);
        assertThat(visit.get("/claims").body()).contains("优先期到");

        var opening = programme.text("select id::text from claim_opening where talk_id = ?", declined);
        assertThat(visit.post("/claims/" + opening + "/close", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(calendar.state(declined)).isEqualTo("OPEN");
        assertThat(claim(0, declined)).isEqualTo(409);
    }
}
