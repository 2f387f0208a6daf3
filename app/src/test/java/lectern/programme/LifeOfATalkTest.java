package lectern.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class LifeOfATalkTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    MovableClock clock;

    @Autowired
    Bookings bookings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    OwnerConnections owner;

    private SmallCity.Made city;
    private Actor keeper;
    private Actor officer;

    @BeforeEach
    void aCity() {
        city = cities.make();
        keeper = city.keepers().getFirst();
        officer = city.counties().getFirst().officer();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private LocalDate dayAfter(int days) {
        return LocalDate.ofInstant(clock.instant(), SmallCity.ZONE).plusDays(days);
    }

    private HashMap<String, String> form(LocalDate day) {
        return new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "venue", city.venues().getFirst().toString(),
                "topic", city.topics().getFirst().toString(),
                "segment", "elderly",
                "expected", "40",
                "day1", day.toString(),
                "part1", "MORNING"));
    }

    private UUID one(String sql, Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private UUID askedRequest() {
        assertThat(visitor.as(keeper).post("/requests", form(dayAfter(5))).statusCode())
                .isEqualTo(302);
        return one("select id from request where path = ?", keeper.path());
    }

    private Instant morning() {
        return dayAfter(5).atTime(9, 0).atZone(SmallCity.ZONE).toInstant();
    }

    private UUID bookedTalk(UUID request, UUID speaker) {
        assertThat(visitor.as(officer)
                        .post("/requests/" + request + "/approve", Map.of())
                        .statusCode())
                .isEqualTo(302);
        book(request, speaker, morning());
        return one("select id from talk where request_id = ?", request);
    }

    private void book(UUID request, UUID speaker, Instant startsAt) {
        SmallCity.as(officer, () -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(
                            status -> bookings.book(List.of(new Booking(request, speaker, startsAt, null))));
            return true;
        });
    }

    @Test
    void from_the_keepers_request_to_the_rating() {
        var request = askedRequest();
        var talk = bookedTalk(request, city.speakers().get(1));
        var speaker = visitor.as(city.speakerActors().get(1));
        assertThat(speaker.post("/tasks/" + talk + "/accept", Map.of()).statusCode())
                .isEqualTo(302);

        var early = visitor.as(keeper).post("/station/talks/" + talk + "/headcount", headcount("36"));
        assertThat(early.statusCode()).isEqualTo(409);

        clock.move(Duration.between(clock.instant(), morning().plus(Duration.ofMinutes(30))));
        var report = headcount("36");
        var host = visitor.as(keeper);
        assertThat(host.post("/station/talks/" + talk + "/headcount", report).statusCode())
                .isEqualTo(302);
        assertThat(host.post("/station/talks/" + talk + "/headcount", report).statusCode())
                .isEqualTo(302);
        assertThat(cities.count("select count(*) from headcount where talk_id = ?", talk))
                .isEqualTo(1);

        var changed = new HashMap<>(report);
        changed.put("people", "99");
        assertThat(host.post("/station/talks/" + talk + "/headcount", changed).statusCode())
                .isEqualTo(409);
        assertThat(cities.count("select attendance from talk where id = ?", talk))
                .isEqualTo(36);

        var code = cities.text("select rating_code from talk where id = ?", talk);
        var rating = Map.of("key", UUID.randomUUID().toString(), "stars", "5", "comment", "");
        assertThat(visitor.anonymous().post("/rate/" + code, rating).statusCode())
                .isEqualTo(302);
        assertThat(visitor.anonymous().post("/rate/" + code, rating).statusCode())
                .isEqualTo(302);
        assertThat(cities.count("select count(*) from feedback where talk_id = ?", talk))
                .isEqualTo(1);
    }

    private static Map<String, String> headcount(String people) {
        return Map.of("key", UUID.randomUUID().toString(), "people", people, "source", "COUNTED", "reason", "");
    }

    @Test
    void a_decline_goes_back_to_the_officer_and_a_substitute_is_asked() {
        var talk = bookedTalk(askedRequest(), city.speakers().get(1));
        var first = visitor.as(city.speakerActors().get(1));
        assertThat(first.post("/tasks/" + talk + "/decline", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(first.post("/tasks/" + talk + "/decline", Map.of("reason", "出差"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(cities.text("select state from talk where id = ?", talk)).isEqualTo("OPEN");
        assertThat(visitor.as(officer).get("/desk").body()).contains("/talks/" + talk);

        SmallCity.as(officer, () -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status ->
                            bookings.assignSubstitute(talk, city.speakers().get(2)));
            return true;
        });
        assertThat(cities.text("select state from talk where id = ?", talk)).isEqualTo("OFFERED");
        assertThat(first.post("/tasks/" + talk + "/accept", Map.of()).statusCode())
                .as("he was asked before, so he is told that it is too late")
                .isEqualTo(409);
        assertThat(visitor.as(city.speakerActors().get(2))
                        .post("/tasks/" + talk + "/accept", Map.of())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_double_booking_is_refused_by_name_and_nothing_of_it_stays() {
        var request = askedRequest();
        bookedTalk(request, city.speakers().get(1));
        assertThat(visitor.as(keeper).post("/requests", form(dayAfter(5))).statusCode())
                .isEqualTo(302);
        var second = one("select id from request where path = ? and id <> ?", keeper.path(), request);
        visitor.as(officer).post("/requests/" + second + "/approve", Map.of());

        assertThatThrownBy(() -> book(second, city.speakers().get(2), morning()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("booking.venueTaken");
                    assertThat(refusal.arguments()[0])
                            .isEqualTo(city.villages().getFirst().name() + "站");
                });
        assertThatThrownBy(() -> book(second, city.speakers().get(1), morning().plus(Duration.ofMinutes(30))))
                .isInstanceOf(Refusal.class);
        assertThat(cities.text("select state from request where id = ?", second))
                .isEqualTo("APPROVED");
        assertThat(cities.count("select count(*) from talk where request_id = ?", second))
                .isZero();
    }

    @Test
    void a_clash_with_a_talk_outside_ones_units_is_told_without_its_name() {
        var foreign = city.villages().get(5);
        var other = city.keepers().get(5);
        visitor.as(other)
                .post("/requests", withVenue(form(dayAfter(5)), city.venues().get(5)));
        var theirs = one("select id from request where path = ?", foreign.path());
        visitor.as(city.counties().get(1).officer()).post("/requests/" + theirs + "/approve", Map.of());
        SmallCity.as(city.city().officer(), () -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> bookings.book(
                            List.of(new Booking(theirs, city.speakers().get(1), morning(), null))));
            return true;
        });
        var ours = askedRequest();
        visitor.as(officer).post("/requests/" + ours + "/approve", Map.of());

        assertThatThrownBy(() -> book(ours, city.speakers().get(1), morning()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("booking.speakerTaken");
                    assertThat(refusal.arguments()[2]).isEqualTo("–");
                });
    }

    private static Map<String, String> withVenue(Map<String, String> form, UUID venue) {
        form.put("venue", venue.toString());
        return form;
    }

    @Test
    void the_form_offers_the_citys_topics_and_segments() {
        var form = visitor.as(keeper).get("/requests/new").body();
        assertThat(form)
                .contains("法律进家门")
                .contains("value=\"elderly\"")
                .contains("老年人")
                .contains("青少年");
    }

    @Test
    void what_cannot_be_asked_for_is_told_beside_its_field_and_nothing_typed_is_lost() {
        var past = visitor.as(keeper).post("/requests", form(dayAfter(-1)));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("请选明天或以后的日期").contains("value=\"40\"");

        var inverted = form(dayAfter(3));
        inverted.put("from1", "15:00");
        inverted.put("to1", "14:00");
        var refused = visitor.as(keeper).post("/requests", inverted);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("最晚时间不能早于最早时间");

        var foreign = visitor.as(keeper)
                .post("/requests", withVenue(form(dayAfter(3)), city.venues().get(4)));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(cities.count("select count(*) from request where path = ?", keeper.path()))
                .isZero();
    }

    @Test
    void a_segment_that_the_city_does_not_have_is_not_asked_for() {
        var form = form(dayAfter(5));
        form.put("segment", "nobody");
        var answer = visitor.as(keeper).post("/requests", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请选择");
        assertThat(cities.count("select count(*) from request where path = ?", keeper.path()))
                .isZero();
    }

    @Test
    void a_headcount_that_cannot_be_is_told_beside_its_field() {
        var talk = bookedTalk(askedRequest(), city.speakers().get(1));
        visitor.as(city.speakerActors().get(1)).post("/tasks/" + talk + "/accept", Map.of());
        clock.move(Duration.between(clock.instant(), morning().plus(Duration.ofMinutes(30))));
        for (var people : List.of("-1", "1000000000", "many", "99999999999999")) {
            var answer = visitor.as(keeper).post("/station/talks/" + talk + "/headcount", headcount(people));
            assertThat(answer.statusCode()).as(people).isEqualTo(422);
            assertThat(answer.body()).contains("error-people");
        }
        assertThat(visitor.as(city.keepers().get(1))
                        .post("/station/talks/" + talk + "/headcount", headcount("5"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(cities.count("select count(*) from headcount where talk_id = ?", talk))
                .isZero();
    }

    @Test
    void two_officers_deciding_at_once_get_one_decision_and_one_explanation() {
        var request = askedRequest();
        assertThat(visitor.as(officer)
                        .post("/requests/" + request + "/withdraw", Map.of("reason", "重复"))
                        .statusCode())
                .isEqualTo(302);
        var second = visitor.as(city.city().officer()).post("/requests/" + request + "/approve", Map.of());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("这个点单刚刚被别人处理过了");
    }

    @Test
    void a_talk_at_half_past_eleven_at_night_belongs_to_its_local_day() {
        var late = dayAfter(5).atTime(23, 30).atZone(SmallCity.ZONE).toInstant();
        var request = askedRequest();
        visitor.as(officer).post("/requests/" + request + "/approve", Map.of());
        book(request, city.speakers().get(1), late);
        assertThat(cities.text("select day::text from talk where request_id = ?", request))
                .isEqualTo(dayAfter(5).toString());
    }
}
