package lectern.platform.guide;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Things;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class GuideTest {
    @Autowired
    Guide guide;

    @Autowired
    SmallCity cities;

    @Autowired
    Things things;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    @Test
    void the_next_step_is_the_first_of_which_there_is_nothing_yet() {
        var officer = cities.make().counties().getFirst().officer();
        var stages = SmallCity.as(officer, guide::stages);
        assertThat(stages.stream()
                        .filter(Guide.Stage::isDone)
                        .map(stage -> stage.step().key()))
                .containsExactly("units", "topics", "venues", "speakers");
        assertThat(stages.stream()
                        .filter(Guide.Stage::next)
                        .map(stage -> stage.step().key()))
                .containsExactly("free");
        assertThat(stages.getFirst().count()).isEqualTo(1 + 2 + 4);
    }

    @Test
    void the_page_takes_as_many_statements_for_a_city_as_for_a_village() {
        var city = cities.make();
        things.below(city.counties().getFirst(), city);
        var village = visitor.as(city.villages().getLast().officer());
        var whole = visitor.as(city.city().officer());
        assertThat(statements.of(() -> whole.get("/start"))).isEqualTo(statements.of(() -> village.get("/start")));
    }

    @Test
    void an_officer_begins_at_the_guide_until_his_units_have_a_request_or_a_talk() {
        var city = cities.make();
        var county = city.counties().getFirst();
        assertThat(home(county)).isEqualTo("/start");
        things.below(county, city);
        assertThat(home(county)).isEqualTo("/desk");
        assertThat(home(city.counties().get(1)))
                .as("the neighbour has none yet")
                .isEqualTo("/start");
    }

    private String home(SmallCity.Place unit) {
        var answer = visitor.as(unit.officer()).get("/");
        return answer.headers().firstValue("location").orElseThrow().replace(visitor.address(), "");
    }
}
