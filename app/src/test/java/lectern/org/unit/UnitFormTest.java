package lectern.org.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class UnitFormTest {
    private final SmallCity cities;
    private final Visitor visitor;
    private final SmallCity.Made city;
    private final Visitor.Visit officer;

    UnitFormTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        this.visitor = visitor;
        city = cities.make();
        officer = visitor.as(city.city().officer());
    }

    private Map<String, String> form(String code, String level) {
        return Map.of(
                "name",
                "新村",
                "code",
                code,
                "level",
                level,
                "parent",
                city.towns().getFirst().id().toString());
    }

    @Test
    void a_unit_is_added_below_another_renamed_retired_and_brought_back() {
        var answer = officer.post("/units", form("N1", "VILLAGE"));
        assertThat(answer.statusCode()).isEqualTo(302);
        var unit = answer.headers().firstValue("Location").orElse("");
        var path = unit.substring(unit.indexOf("/units/"));
        assertThat(cities.text("select path from unit where id = ?", UUID.fromString(path.substring(7))))
                .isEqualTo(city.towns().getFirst().path() + "N1/");
        assertThat(officer.post(path, Map.of("name", "老村", "level", "VILLAGE", "lat", "29.5", "lon", "118.5"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get(path).body()).contains("老村");
        assertThat(officer.post(path + "/retire", Map.of()).statusCode()).isEqualTo(302);
        assertThat(officer.get(path).body()).contains("这个单位已停用");
        assertThat(officer.get("/units?q=老村").body()).contains("没有符合条件的记录");
        assertThat(officer.post(path + "/bring-back", Map.of()).statusCode()).isEqualTo(302);
        assertThat(officer.get("/units?q=老村").body()).contains(path);
    }

    @Test
    void what_cannot_be_right_is_told_at_the_field() {
        assertThat(officer.post("/units", form("X", "COUNTY")).body()).contains("级别要低于上级单位");
        assertThat(officer.post("/units", form("a b", "VILLAGE")).body()).contains("代码只能用字母");
        var taken = city.villages().getLast().path().split("/")[3];
        assertThat(officer.post("/units", form(taken, "VILLAGE")).body()).contains("这个代码已有单位在用");
        assertThat(officer.post("/units/" + city.counties().getFirst().id(), Map.of("name", "县", "level", "TOWN"))
                        .body())
                .contains("下级单位的级别要低于它");
    }

    @Test
    void a_unit_where_something_lives_is_not_retired_and_says_what() {
        var village = "/units/" + city.villages().getFirst().id() + "/retire";
        var town = officer.post("/units/" + city.towns().getFirst().id() + "/retire", Map.of());
        assertThat(town.statusCode()).isEqualTo(409);
        assertThat(town.body()).contains("还有 2 个下级单位");
        assertThat(officer.post(village, Map.of()).statusCode()).isEqualTo(409);
        assertThat(visitor.as(city.villages().getFirst().officer())
                        .post(village, Map.of())
                        .body())
                .contains("不能停用自己所在的单位");
    }
}
