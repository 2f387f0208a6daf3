package lectern.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class VenuePagesTest {
    private static final Pattern ROW = Pattern.compile("<tr data-href=\"/venues/([0-9a-f-]+)\"");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    private static Map<String, String> form(SmallCity.Place unit, String name) {
        var form = new HashMap<String, String>();
        form.put("name", name);
        form.put("unit", unit.id().toString());
        form.put("kind", "station");
        form.put("address", "河边路 3 号");
        form.put("capacity", "120");
        form.put("lat", "28.97012");
        form.put("lon", "118.87263");
        return form;
    }

    private String open(Actor actor, SmallCity.Place unit, String name) {
        var answer = visitor.as(actor).post("/venues", form(unit, name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private List<String> listed(Actor actor, String query) {
        return ROW.matcher(visitor.as(actor).get("/venues" + query).body())
                .results()
                .map(row -> "/venues/" + row.group(1))
                .toList();
    }

    private static String q(String text) {
        return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_keeper_opens_a_venue_of_his_unit_and_of_no_other() {
        var city = cities.make();
        var keeper = city.keepers().getFirst();
        var village = city.villages().getFirst();
        var page = open(keeper, village, "大樟树下");
        assertThat(cities.count(
                        "select count(*) from venue where id = ? and path = ? and capacity = 120 and not shared",
                        id(page),
                        village.path()))
                .isEqualTo(1);
        var other = visitor.as(keeper).post("/venues", form(city.villages().get(1), "大樟树下"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("这个单位不在您管辖的范围内");
    }

    @Test
    void a_venue_is_found_by_part_of_its_name_by_kind_seats_and_unit() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var page = open(officer, city.villages().getFirst(), "大樟树下_100%");
        assertThat(listed(officer, q("樟"))).containsExactly(page);
        assertThat(listed(officer, q("%"))).containsExactly(page);
        assertThat(listed(officer, q("_"))).containsExactly(page);
        assertThat(listed(officer, q("河边"))).containsExactly(page);
        assertThat(listed(officer, "?seats=100")).containsExactly(page);
        assertThat(listed(officer, "?sort=-seats").getFirst()).isEqualTo(page);
        assertThat(listed(officer, "?kind=station")).hasSize(3);
        assertThat(listed(officer, "?unit=" + city.villages().get(1).id()))
                .containsExactly("/venues/" + city.venues().get(1));
        assertThat(visitor.as(officer).get("/venues/pick" + q("樟树")).body())
                .isEqualTo("[{\"id\":\"" + id(page) + "\",\"name\":\"大樟树下_100%\",\"note\":\""
                        + city.villages().getFirst().name() + "\"}]");
        assertThat(visitor.as(officer)
                        .get("/venues/pick" + q("樟树") + "&unit="
                                + city.villages().get(1).id())
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void venues_of_a_foreign_unit_are_neither_listed_nor_found() {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        var foreign = city.venues().getLast();
        var visit = visitor.as(officer);
        assertThat(listed(officer, "")).hasSize(4).doesNotContain("/venues/" + foreign);
        assertThat(visit.get("/venues/pick").body()).doesNotContain(foreign.toString());
        for (var route : List.of("", "/edit")) {
            assertThat(visit.get("/venues/" + foreign + route).statusCode()).isEqualTo(404);
        }
        for (var route : List.of("", "/retire", "/reopen")) {
            assertThat(visit.post(
                                    "/venues/" + foreign + route,
                                    form(city.villages().getFirst(), "改名"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(cities.count("select count(*) from venue where id = ? and name = '改名'", foreign))
                .isZero();
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_why_in_both_languages() {
        var city = cities.make();
        var form = form(city.villages().getFirst(), "");
        form.put("capacity", "0");
        form.put("lat", "91");
        form.put("lon", "here");
        var visit = visitor.as(city.keepers().getFirst());
        var chinese = visit.post("/venues", form);
        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(chinese.body()).contains("这一项要填", "座位数请填", "纬度应在", "经度应在", "value=\"91\"", "value=\"here\"");
        assertThat(visit.post("/venues?lang=en", form).body())
                .contains("Please fill this in", "whole number of seats", "Latitude lies", "Longitude lies");
    }

    @Test
    void a_retired_venue_leaves_the_list_and_the_picker_and_can_be_reopened() {
        var city = cities.make();
        var keeper = city.keepers().getFirst();
        var page = "/venues/" + city.venues().getFirst();
        var visit = visitor.as(keeper);
        assertThat(visit.post(page + "/retire", Map.of()).statusCode()).isEqualTo(302);
        assertThat(listed(keeper, "")).isEmpty();
        assertThat(listed(keeper, "?state=retired")).containsExactly(page);
        assertThat(visit.get("/venues/pick").body()).isEqualTo("[]");
        visit.post(page + "/reopen", Map.of());
        assertThat(listed(keeper, "")).containsExactly(page);
    }

    @Test
    void the_list_takes_as_many_queries_for_one_row_as_for_three() {
        var city = cities.make();
        var keeper = city.keepers().getFirst();
        var visit = visitor.as(keeper);
        visit.get("/venues");
        var one = statements.of(() -> visit.get("/venues"));
        open(keeper, city.villages().getFirst(), "大樟树下");
        open(keeper, city.villages().getFirst(), "小樟树下");
        assertThat(listed(keeper, "")).hasSize(3);
        assertThat(statements.of(() -> visit.get("/venues"))).isEqualTo(one).isPositive();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}
