package lectern.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.insight.HeldTalks;
import lectern.insight.Settling;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AppTest
@Import({HeldTalks.class, Settling.class})
class CloseGapTest {
    private static final LocalDate TOMORROW = LocalDate.now(SmallCity.ZONE).plusDays(1);

    @Autowired
    SmallCity cities;

    @Autowired
    HeldTalks rows;

    @Autowired
    Visitor visitor;

    private static Map<String, String> form(SmallCity.Made city, int... villages) {
        var ids = IntStream.of(villages)
                .mapToObj(village -> city.villages().get(village).id().toString())
                .collect(Collectors.joining(","));
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "topic",
                city.topics().getFirst().toString(),
                "segment",
                "elderly",
                "firstDay",
                TOMORROW.toString(),
                "lastDay",
                TOMORROW.plusDays(2).toString(),
                "part",
                "MORNING,AFTERNOON",
                "listed",
                ids,
                "village",
                ids));
    }

    private long requests(SmallCity.Made city) {
        return cities.count(
                "select count(*) from request where city_id = ?", city.city().id());
    }

    @Test
    void requests_are_made_approved_at_the_villages_own_venues_and_twice_makes_them_once() {
        var city = cities.make();
        var officer = visitor.as(city.counties().getFirst().officer());
        var form = form(city, 0, 1, 2);
        form.put(
                "village",
                city.villages().get(0).id() + "," + city.villages().get(2).id());
        form.put("expected-" + city.villages().get(2).id(), "25");

        var answer = officer.post("/coverage/requests", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("made=2");
        assertThat(officer.post("/coverage/requests", form).statusCode()).isEqualTo(302);

        assertThat(requests(city)).isEqualTo(2);
        assertThat(cities.count("""
                        select count(*) from request r join venue v on v.id = r.venue_id and v.unit_id = r.unit_id and v.path = r.path
                        where r.city_id = ? and r.state = 'APPROVED' and r.origin = 'OFFICER' and r.segment = 'elderly'
                          and r.topic_id = ? and r.expected in (25, 40) and r.minutes = 60
                        """, city.city().id(), city.topics().getFirst()))
                .isEqualTo(2);
        assertThat(cities.count(
                        "select count(*) from request_window where path = ?",
                        city.villages().getFirst().path()))
                .as("two parts of three days")
                .isEqualTo(6);
        assertThat(cities.count(
                        "select count(*) from audit_entry where path = ? and act = 'ask-for-talks'",
                        city.counties().getFirst().path()))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_with_other_villages_is_refused() {
        var city = cities.make();
        var officer = visitor.as(city.counties().getFirst().officer());
        var form = form(city, 0);
        officer.post("/coverage/requests", form);
        form.putAll(Map.of(
                "listed", city.villages().get(1).id().toString(),
                "village", city.villages().get(1).id().toString()));

        assertThat(officer.post("/coverage/requests", form).statusCode()).isEqualTo(409);
        assertThat(requests(city)).isEqualTo(1);
    }

    @Test
    void villages_of_another_county_get_nothing_even_when_their_ids_are_sent() {
        var city = cities.make();
        var officer = visitor.as(city.counties().getFirst().officer());

        var form = form(city, 4, 5);
        form.put("venue-" + city.villages().get(4).id(), city.venues().get(4).toString());
        assertThat(officer.post("/coverage/requests", form).statusCode()).isEqualTo(422);
        assertThat(officer.post("/coverage/draft", form).body())
                .doesNotContain(city.villages().get(4).name());
        assertThat(requests(city)).isZero();
    }

    @Test
    void what_cannot_be_is_said_at_its_field_and_nothing_is_made() {
        var city = cities.make();
        var officer = visitor.as(city.counties().getFirst().officer());
        var village = city.villages().getFirst().id();
        var wrong = Map.of(
                "topic",
                UUID.randomUUID().toString(),
                "segment",
                "nobody",
                "firstDay",
                TOMORROW.minusDays(1).toString(),
                "lastDay",
                TOMORROW.plusDays(60).toString(),
                "part",
                "",
                "expected-" + village,
                "many");
        wrong.forEach((field, value) -> {
            var form = form(city, 0);
            form.put(field, value);
            var answer = officer.post("/coverage/requests", form);
            assertThat(answer.statusCode()).as(field).isEqualTo(422);
            assertThat(answer.body()).as(field).contains("invalid-feedback");
        });
        assertThat(requests(city)).isZero();
    }

    @Test
    void a_village_without_a_venue_is_named_and_one_that_waits_already_is_not_ticked() {
        var city = cities.make();
        var officer = visitor.as(city.counties().getFirst().officer());
        rows.run(
                "update venue set retired_at = now() where id = ?",
                city.venues().get(1));
        officer.post("/coverage/requests", form(city, 0));

        var draft = officer.post(
                "/coverage/draft",
                Map.of("all", "true", "topic", city.topics().getFirst().toString(), "segment", "elderly"));
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(draft.body())
                .contains("/venues/new?unit=" + city.villages().get(1).id())
                .doesNotContain(
                        "name=\"village\" value=\"" + city.villages().get(1).id());
        assertThat(draft.body().split("name=\"village\"[^>]* checked", -1))
                .as("of four villages one has no venue and one waits")
                .hasSize(3);
        assertThat(requests(city)).isEqualTo(1);
    }
}
