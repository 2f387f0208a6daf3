package lectern.content.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Topics out of spreadsheets.
@AppTest
class TopicSheetTest {
    private final SmallCity cities;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final Visitor visitor;

    TopicSheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        this.visitor = visitor;
        city = cities.make();
        desk = new ImportDesk(city.city().officer(), visitor, cities);
    }

    private String topics() {
        return cities.text("""
                select string_agg(name || minutes, ' ' order by name collate "C") from topic
                where city_id = ? and retired_at is null and code not in ('law', 'health', 'fraud')
                """, city.city().id());
    }

    @Test
    void topics_go_in_and_the_same_file_twice_changes_nothing() {
        var csv = "代码,名称,时长（分钟）,内容提要\nGarden,种菜,４５,春天种什么\n,急救,60 ,\n";
        var first = desk.hand("topics", csv);
        assertThat(first.problems()).isEmpty();
        assertThat(first.counts()).isEqualTo("2/0/0/0");
        first.apply();
        assertThat(topics()).isEqualTo("急救60 种菜45");
        assertThat(desk.hand("topics", csv).counts()).isEqualTo("0/0/2/0");
    }

    @Test
    void a_row_renames_by_code_and_lengthens_by_name() {
        desk.bring("topics", "Code,Name,Minutes\ngarden,种菜,45\naid,急救,60\n");
        var changed = desk.bring("topics", "代码,名称,时长\ngarden,种花,\n,急救,90\n");
        assertThat(changed.counts()).isEqualTo("0/2/0/0");
        assertThat(topics()).isEqualTo("急救90 种花45");
        changed.undo();
        assertThat(topics()).isEqualTo("急救60 种菜45");
    }

    @Test
    void nothing_is_guessed_about_names_and_codes() {
        var some = desk.hand("topics", """
                代码,名称,时长
                law2,法律进家门,45
                甲,种菜,45
                new,种花,
                one,编织,45
                two,编织,45
                three,急救,三刻钟
                """);
        assertThat(some.problems())
                .containsExactly(
                        "2:name:topic.row.nameTaken",
                        "3:code:topic.cell.code",
                        "4:minutes:import.cell.needed",
                        "6:name:topic.row.twice",
                        "7:minutes:import.cell.whole");
        assertThat(some.counts()).isEqualTo("1/0/0/5");
    }

    @Test
    void an_undone_topic_is_no_longer_offered_and_comes_back_with_its_row() {
        var first = desk.bring("topics", "代码,名称,时长\ngarden,种菜,45\naid,急救,60\n");
        first.undo();
        assertThat(topics()).isNull();
        desk.bring("topics", "代码,名称,时长\ngarden,种菜,45\n");
        assertThat(topics()).isEqualTo("种菜45");
    }

    @Test
    void topics_are_the_citys() {
        var county = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        assertThat(county.visit.get("/imports/new?kind=topics").statusCode()).isEqualTo(404);
        assertThat(county.visit.get("/start").body())
                .doesNotContain("kind=topics")
                .contains("kind=venues");
        assertThat(desk.visit.get("/start").body()).contains("/imports/new?kind=topics");
    }
}
