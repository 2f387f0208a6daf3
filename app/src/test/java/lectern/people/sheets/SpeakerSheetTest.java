package lectern.people.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Speakers out of spreadsheets, as offices have them.
@AppTest
class SpeakerSheetTest {
    private static final String HEAD = "姓名,所属单位,来源,手机号,出生年份,能讲的主题,适合的听众\n";
    private final SmallCity cities;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final String village;

    SpeakerSheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        city = cities.make();
        desk = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        village = code(city.villages().getFirst());
    }

    private static String code(SmallCity.Place unit) {
        var codes = unit.path().split("/");
        return codes[codes.length - 1];
    }

    private long speakers(String name) {
        return cities.count(
                "select count(*) from speaker where city_id = ? and name = ? and retired_at is null",
                city.city().id(),
                name);
    }

    private String of(String name, String column) {
        return cities.text(
                "select " + column + " from speaker s where city_id = ? and name = ?",
                city.city().id(),
                name);
    }

    @Test
    void speakers_go_in_and_the_same_file_twice_changes_nothing() {
        var csv = HEAD + "林安," + village + ",志愿者,13800001234,1975,法律进家门；防骗一课,老年人 80；青少年 60\n"
                + "周 宁,第1县第1镇第2村,Expert,,,,\n";
        var first = desk.hand("speakers", csv);
        assertThat(first.problems()).isEmpty();
        assertThat(first.counts()).isEqualTo("2/0/0/0");
        assertThat(first.state()).isEqualTo("CHECKED");
        assertThat(speakers("林安")).isZero();
        first.apply();
        assertThat(first.state()).isEqualTo("APPLIED");
        assertThat(speakers("林安")).isEqualTo(1);
        assertThat(speakers("周宁")).isEqualTo(1);
        assertThat(of(
                        "林安",
                        "birth_year || source || tier || phone_tail || array_to_string(serves, '+') || month_limit"))
                .isEqualTo("1975volunteer11234TOWN+VILLAGE8");
        assertThat(of("林安", "(select count(*)::text from speaker_topic where speaker_id = s.id)"))
                .isEqualTo("2");
        assertThat(
                        of(
                                "林安",
                                "(select string_agg(segment || fit, ' ' order by segment) from speaker_segment where speaker_id = s.id)"))
                .isEqualTo("elderly80 youth60");
        var again = desk.hand("speakers", csv);
        assertThat(again.counts()).isEqualTo("0/0/2/0");
        assertThat(again.page()).contains("没有要写入的内容");
    }

    @Test
    void a_row_changes_what_it_says_and_leaves_what_it_leaves_empty() {
        desk.bring("speakers", HEAD + "林安," + village + ",志愿者,13800001234,1975,法律进家门,\n");
        var changed = desk.hand("speakers", "Name,Unit,Topics,Phone\n林安," + village + ",防骗一课,*******1234\n");
        assertThat(changed.counts()).isEqualTo("0/1/0/0");
        assertThat(changed.page("changed")).contains("法律进家门").contains("防骗一课").doesNotContain("13800001234");
        changed.apply();
        assertThat(of("林安", "birth_year || phone_tail")).isEqualTo("19751234");
    }

    @Test
    void nobody_is_guessed_among_speakers_of_one_name() {
        desk.bring(
                "speakers",
                HEAD + "林安," + village + ",志愿者,13800001111,1975,,\n林安," + village + ",志愿者,13800002222,1980,,\n");
        assertThat(speakers("林安")).isEqualTo(2);
        var some = desk.hand(
                "speakers",
                HEAD + "林安," + village + ",专家学者,,,,\n"
                        + "林安," + village + ",专家学者,*******2222,,,\n"
                        + "林安," + village + ",专家学者,,1975,,\n"
                        + "林安," + village + ",专家学者,13800003333,,,\n"
                        + "林安," + village + ",专家学者,13800003333,1990,,\n");
        assertThat(some.problems())
                .containsExactly(
                        "2:name:speaker.row.ambiguous", "5:name:speaker.row.ambiguous", "6:name:speaker.row.namesake");
        assertThat(some.counts()).isEqualTo("1/2/0/2");
    }

    @Test
    void a_name_in_other_characters_is_told_and_nobody_is_merged() {
        desk.bring("speakers", HEAD + "张峰," + village + ",志愿者,13800001111,1975,,\n");
        var variant =
                desk.hand("speakers", HEAD + "張峯," + village + ",志愿者,,,,\n张峯," + village + ",志愿者,13800002222,1980,,\n");
        assertThat(variant.problems()).containsExactly("2:name:speaker.row.variant");
        assertThat(variant.counts()).isEqualTo("1/0/0/1");
        assertThat(variant.page("failed")).contains("可能是同一个人");
    }

    @Test
    void rows_of_foreign_units_fail_and_show_nothing() {
        var foreign = city.villages().getLast();
        var answer = desk.hand(
                "speakers", HEAD + "讲员" + foreign.name() + "," + code(foreign) + ",志愿者,,,,\n林安,没有的村,志愿者,,,,\n");
        assertThat(answer.problems()).containsExactly("2:unit:unit.cell.outside", "3:unit:unit.cell.unknown");
    }

    @Test
    void an_undo_puts_back_what_nobody_touched_since() {
        desk.bring("speakers", HEAD + "林安," + village + ",志愿者,13800001111,1975,法律进家门,\n");
        var second = desk.bring(
                "speakers",
                HEAD + "林安," + village + ",专家学者,13800009999,1975,防骗一课,老年人 50\n"
                        + "周宁," + village + ",志愿者,,,,\n"
                        + "吴桐," + village + ",志愿者,,,,\n");
        assertThat(second.counts()).isEqualTo("2/1/0/0");
        cities.text(
                "update speaker set source = 'expert' where name = '吴桐' and city_id = ? returning name",
                city.city().id());
        second.undo();
        assertThat(second.state()).isEqualTo("UNDONE");
        assertThat(of("林安", "source || phone_tail")).isEqualTo("volunteer1111");
        assertThat(of("林安", "(select count(*)::text from speaker_segment where speaker_id = s.id)"))
                .isEqualTo("0");
        assertThat(speakers("周宁")).isZero();
        assertThat(speakers("吴桐")).isEqualTo(1);
        assertThat(second.problems()).containsExactly("4:source:import.undo.changedSince");
        assertThat(cities.count(
                        "select count(*) from audit_entry where act in ('import-sheet', 'undo-import') and subject_id = ?",
                        second.id))
                .isEqualTo(2);
    }

    @Test
    void whoever_was_retired_by_an_undo_comes_back_with_the_next_import() {
        var csv = HEAD + "林安," + village + ",志愿者,,,,\n";
        desk.bring("speakers", csv).undo();
        assertThat(speakers("林安")).isZero();
        var again = desk.hand("speakers", csv);
        assertThat(again.counts()).isEqualTo("0/1/0/0");
        assertThat(again.page()).contains("已停用").contains("恢复使用");
        again.apply();
        assertThat(speakers("林安")).isEqualTo(1);
    }

    @Test
    void no_phone_number_is_stored_in_plain() {
        desk.bring(
                "speakers",
                HEAD + "林安," + village + ",志愿者,13812345678,1975,,\n周宁," + village + ",没有这种,13887654321,1975,,\n" + "吴桐,"
                        + village + ",志愿者,1381234,1975,,\n");
        for (var number : new String[] {"13812345678", "13887654321", "1381234\""}) {
            assertThat(cities.count("select count(*) from sheet_import_row r where r::text like ?", "%" + number + "%"))
                    .as(number)
                    .isZero();
        }
    }
}
