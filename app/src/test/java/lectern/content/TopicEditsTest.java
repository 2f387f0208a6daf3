package lectern.content;

import static lectern.ListEdits.cell;
import static lectern.ListEdits.rows;
import static lectern.ListEdits.undoOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import lectern.AppTest;
import lectern.ListEdits;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Topics changed in their list, by the city's officers only.
@AppTest
class TopicEditsTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    private HttpResponse<String> post(Visitor.Visit visit, String path, String body) {
        return ListEdits.post(visit, visitor.address() + path, body);
    }

    @Test
    void the_city_changes_its_topics_and_takes_it_back() {
        var city = cities.make();
        var topic = city.topics().getFirst();
        var visit = visitor.as(city.city().officer());
        var minutes = cities.text("select minutes::text from topic where id = ?", topic);
        assertThat(post(visit, "/topics/cells", cell(topic, "minutes", "77", minutes))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(visit, "/topics/cells", cell(topic, "minutes", "4", "77"))
                        .statusCode())
                .isEqualTo(422);
        var retired = post(visit, "/topics/rows", rows(city.topics(), "retired", "true"));
        assertThat(retired.statusCode()).isEqualTo(200);
        post(visit, "/edits/undo", undoOf(retired));
        assertThat(cities.count(
                        "select count(*) from topic where city_id = ? and retired_at is null",
                        city.city().id()))
                .isEqualTo(city.topics().size());
    }

    @Test
    void a_county_reads_the_topics_and_changes_none() {
        var city = cities.make();
        var topic = city.topics().getFirst();
        var visit = visitor.as(city.counties().getFirst().officer());
        assertThat(visit.get("/topics").body()).doesNotContain("data-field", "data-tick");
        assertThat(post(visit, "/topics/cells", cell(topic, "minutes", "77", "60"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(visit, "/topics/rows", rows(city.topics(), "minutes", "77"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void topics_of_another_city_are_not_found() {
        var city = cities.make();
        var foreign = cities.make().topics().getFirst();
        assertThat(post(visitor.as(city.city().officer()), "/topics/cells", cell(foreign, "minutes", "77", "60"))
                        .statusCode())
                .isEqualTo(404);
    }
}
