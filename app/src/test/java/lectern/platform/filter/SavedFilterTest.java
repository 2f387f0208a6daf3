package lectern.platform.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SavedFilterTest {
    private static final Pattern CHIP = Pattern.compile(
            "<div class=\"saved-filter ([^\"]*)\">\\s*<a href=\"([^\"]+)\"[^>]*>.*?</svg>([^<]+)<", Pattern.DOTALL);
    private static final Pattern RENAME = Pattern.compile("action=\"(/filters/[^\"]+)/rename\"");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    private SmallCity.Made city;
    private Visitor.Visit officer;

    @BeforeEach
    void come() {
        city = cities.make();
        officer = visitor.as(city.counties().getFirst().officer());
    }

    private List<String> chips(String path) {
        return CHIP.matcher(officer.get(path).body())
                .results()
                .map(chip -> chip.group(3).strip() + " " + chip.group(2)
                        + (chip.group(1).isEmpty() ? "" : " " + chip.group(1)))
                .toList();
    }

    private int save(String on, String name) {
        return officer.post("/filters", Map.of("on", on, "name", name)).statusCode();
    }

    @Test
    void a_filter_is_saved_found_again_renamed_and_deleted() {
        assertThat(save("/talks?sort=day&state=OPEN", "缺人的")).isEqualTo(302);
        assertThat(chips("/talks?state=OPEN&sort=day&page=2"))
                .containsExactly("缺人的 /talks?sort=day&amp;state=OPEN is-here");
        assertThat(chips("/talks")).containsExactly("缺人的 /talks?sort=day&amp;state=OPEN");
        assertThat(chips("/requests")).isEmpty();

        var own = RENAME.matcher(officer.get("/talks").body());
        assertThat(own.find()).isTrue();
        officer.post(own.group(1) + "/rename", Map.of("name", "没人讲"));
        assertThat(chips("/talks")).containsExactly("没人讲 /talks?sort=day&amp;state=OPEN");
        officer.post(own.group(1) + "/delete", Map.of());
        assertThat(chips("/talks")).isEmpty();
    }

    @Test
    void every_list_has_them_and_saving_under_the_same_name_replaces() {
        for (var list : List.of("/requests", "/talks", "/speakers", "/venues")) {
            assertThat(save(list + "?q=a", "我的")).isEqualTo(302);
            assertThat(save(list + "?q=b", "我的")).isEqualTo(302);
            assertThat(chips(list)).containsExactly("我的 " + list + "?q=b");
        }
    }

    @Test
    void they_are_nobody_else_s_not_even_of_whoever_sees_the_whole_city() {
        save("/talks?state=OPEN", "缺人的");
        var path = RENAME.matcher(officer.get("/talks").body());
        assertThat(path.find()).isTrue();
        var other = visitor.as(city.city().officer());
        assertThat(other.get("/talks").body()).doesNotContain("缺人的");
        assertThat(other.post(path.group(1) + "/delete", Map.of()).statusCode()).isEqualTo(404);
        assertThat(chips("/talks")).hasSize(1);
    }

    @Test
    void what_is_no_list_s_filter_is_refused() {
        assertThat(save("https://elsewhere.example/?a=b", "x")).isEqualTo(422);
        assertThat(save("//elsewhere?a=b", "x")).isEqualTo(422);
        assertThat(save("/talks", "x")).isEqualTo(422);
        assertThat(save("/talks?state=OPEN", " ")).isEqualTo(422);
        assertThat(save("/talks?state=OPEN", "长".repeat(41))).isEqualTo(422);
    }

    @Test
    void the_number_of_queries_does_not_grow_with_them() {
        save("/talks?q=1", "1");
        var one = statements.of(() -> officer.get("/talks"));
        save("/talks?q=2", "2");
        save("/talks?q=3", "3");
        assertThat(statements.of(() -> officer.get("/talks"))).isEqualTo(one);
    }
}
