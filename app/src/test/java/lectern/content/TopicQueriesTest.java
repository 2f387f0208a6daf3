package lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lectern.AppTest;
import lectern.SmallCity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class TopicQueriesTest {
    @Autowired
    SmallCity cities;

    @Autowired
    TopicQueries topics;

    @Test
    void everybody_reads_the_topics_of_his_city_and_of_no_other() {
        var city = cities.make();
        var other = cities.make();
        var keeper = city.keepers().getFirst();
        var law = new Topic(city.topics().getFirst(), "law", "法律进家门", "", 60, false);
        assertThat(SmallCity.as(keeper, () -> topics.find(law.id()))).contains(law);
        assertThat(SmallCity.as(keeper, topics::offered))
                .extracting(Topic::id)
                .containsExactlyInAnyOrderElementsOf(city.topics());
        assertThat(SmallCity.as(
                        keeper,
                        () -> topics.byIds(List.of(law.id(), other.topics().getFirst()))))
                .isEqualTo(Map.of(law.id(), law));
    }
}
