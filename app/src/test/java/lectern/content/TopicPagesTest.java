package lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class TopicPagesTest {
    private static final Pattern ROW = Pattern.compile("<tr data-href=\"/topics/([0-9a-f-]+)\"");
    private static final Map<String, String> FORM =
            Map.of("name", "养老金怎么领", "code", "pension", "minutes", "45", "summary", "讲给快退休的人听");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    private long rows(Visitor.Visit visit, String query) {
        return ROW.matcher(visit.get("/topics" + query).body()).results().count();
    }

    @Test
    void officers_of_the_city_keep_topics_and_officers_below_read_them() {
        var city = cities.make();
        var visit = visitor.as(city.city().officer());
        var answer = visit.post("/topics", FORM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var page = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        var below = visitor.as(city.towns().getFirst().officer());
        assertThat(below.get(page).body())
                .contains("养老金怎么领", "/speakers?topic=")
                .doesNotContain("/edit");
        for (var route : new String[] {"/topics", page, page + "/retire", page + "/bring-back"}) {
            assertThat(below.post(route, FORM).statusCode()).as(route).isEqualTo(404);
        }
        assertThat(below.get("/topics/new").statusCode()).isEqualTo(404);
        assertThat(below.get(page + "/edit").statusCode()).isEqualTo(404);
        var other = visitor.as(cities.make().city().officer());
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.post(page, FORM).statusCode()).isEqualTo(404);
        assertThat(other.post(page + "/retire", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_topic_is_changed_retired_and_brought_back() {
        var city = cities.make();
        var visit = visitor.as(city.city().officer());
        var page = "/topics/" + city.topics().getFirst();
        assertThat(visit.post(page, Map.of("name", "法律进万家", "minutes", "50")).statusCode())
                .isEqualTo(302);
        assertThat(cities.count(
                        "select count(*) from topic where id = ? and name = '法律进万家' and minutes = 50 and code = 'law'",
                        city.topics().getFirst()))
                .isEqualTo(1);
        visit.post(page + "/retire", Map.of());
        assertThat(rows(visit, "")).isEqualTo(2);
        assertThat(rows(visit, "?state=retired")).isEqualTo(1);
        visit.post(page + "/bring-back", Map.of());
        assertThat(rows(visit, "")).isEqualTo(3);
    }

    @Test
    void a_refused_form_says_why_in_both_languages() {
        var city = cities.make();
        var visit = visitor.as(city.city().officer());
        var wrong = Map.of("name", "", "code", "Ä", "minutes", "481");
        var chinese = visit.post("/topics", wrong);
        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(chinese.body()).contains("这一项要填", "代码只能用", "时长请填", "value=\"481\"");
        assertThat(visit.post("/topics?lang=en", wrong).body())
                .contains("Please fill this in", "lower-case letters", "whole minutes");
        var taken = visit.post("/topics?lang=zh-CN", Map.of("name", "又一个", "code", "law", "minutes", "60"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("另一个主题已经用了这个代码");
    }

    @Test
    void the_list_takes_as_many_queries_for_one_row_as_for_three() {
        var city = cities.make();
        var visit = visitor.as(city.towns().getFirst().officer());
        visit.get("/topics");
        assertThat(rows(visit, "?q=%E9%98%B2%E9%AA%97")).isEqualTo(1);
        var one = statements.of(() -> visit.get("/topics?q=%E9%98%B2%E9%AA%97"));
        assertThat(rows(visit, "")).isEqualTo(3);
        assertThat(statements.of(() -> visit.get("/topics"))).isEqualTo(one).isPositive();
    }

    @Test
    void a_topic_without_code_gets_one() {
        var city = cities.make();
        var answer = visitor.as(city.city().officer()).post("/topics", Map.of("name", "春耕", "minutes", "30"));
        var id = UUID.fromString(
                answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        assertThat(cities.count("select count(*) from topic where id = ? and code = ?", id, "t-" + id))
                .isEqualTo(1);
    }
}
