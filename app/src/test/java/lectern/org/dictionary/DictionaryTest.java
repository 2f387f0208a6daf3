package lectern.org.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DictionaryTest {
    private final SmallCity cities;
    private final Visitor visitor;
    private final SmallCity.Made city;
    private final Visitor.Visit officer;

    DictionaryTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        this.visitor = visitor;
        city = cities.make();
        officer = visitor.as(city.city().officer());
    }

    private UUID id(String code) {
        return UUID.fromString(cities.text(
                "select id from dictionary_entry where city_id = ? and code = ?",
                city.city().id(),
                code));
    }

    private String order() {
        return cities.text(
                "select string_agg(code, ',' order by rank) from dictionary_entry where city_id = ? and kind = 'SEGMENT'",
                city.city().id());
    }

    @Test
    void an_entry_is_added_renamed_moved_up_and_retired() {
        var added = officer.post(
                "/dictionaries", Map.of("kind", "SEGMENT", "code", "riders", "nameZh", "快递小哥", "nameEn", "Couriers"));
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(order()).isEqualTo("elderly,youth,riders");
        officer.post("/dictionaries/" + id("riders") + "/move-up", Map.of());
        assertThat(order()).isEqualTo("elderly,riders,youth");
        officer.post("/dictionaries/" + id("riders"), Map.of("nameZh", "外卖骑手", "nameEn", "Riders"));
        assertThat(officer.get("/dictionaries?kind=SEGMENT").body())
                .contains("外卖骑手")
                .doesNotContain("快递小哥");
        officer.post("/dictionaries/" + id("riders") + "/retire", Map.of());
        assertThat(visitor.as(city.keepers().getFirst()).get("/requests/new").body())
                .doesNotContain("外卖骑手");
        officer.post("/dictionaries/" + id("riders") + "/bring-back", Map.of());
        assertThat(visitor.as(city.keepers().getFirst()).get("/requests/new").body())
                .contains("外卖骑手");
    }

    @Test
    void mistakes_are_told_and_only_the_city_keeps_its_dictionaries() {
        assertThat(officer.post(
                                "/dictionaries",
                                Map.of("kind", "SEGMENT", "code", "youth", "nameZh", "青年", "nameEn", "Young"))
                        .body())
                .contains("这个代码已经有了");
        assertThat(officer.post("/dictionaries", Map.of("kind", "SEGMENT", "code", "X Y", "nameZh", "", "nameEn", ""))
                        .body())
                .contains("代码只能用小写字母");
        var county = visitor.as(city.counties().getFirst().officer());
        assertThat(county.get("/dictionaries").body()).contains("字典全市统一");
        assertThat(county.post("/dictionaries/" + id("youth") + "/retire", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(officer.post("/dictionaries/" + id("core") + "/move-up", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }
}
