package lectern.org.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Units out of spreadsheets, and files with everything that can be wrong.
@AppTest
class UnitSheetTest {
    private static final String HEAD = "编码,名称,级别,上级编码,纬度,经度\n";
    private final SmallCity cities;
    private final Visitor visitor;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final String root;

    UnitSheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        this.visitor = visitor;
        city = cities.make();
        desk = new ImportDesk(city.city().officer(), visitor, cities);
        root = city.city().path().replace("/", "");
    }

    private String unit(String code) {
        return cities.text(
                "select string_agg(path || ' ' || name || ' ' || level || coalesce(' ' || lat || ' ' || lon, ''), '') from unit where city_id = ? and code = ? and retired_at is null",
                city.city().id(),
                code);
    }

    @Test
    void units_go_in_whatever_their_order_and_the_same_file_twice_changes_nothing() {
        var csv = HEAD + "%1$s091,柳村,村,%1$s09,,\n%1$s09,新县,区,%1$s,29.5,118.25\n%1$s092,李村,社区,新县,,\n".formatted(root);
        var first = desk.hand("units", "x.csv", csv.getBytes(Charset.forName("GBK")));
        assertThat(first.problems()).containsExactly("2:lat:unit.import.noPlace", "4:lat:unit.import.noPlace");
        assertThat(first.counts()).isEqualTo("3/0/0/0");
        first.apply();
        assertThat(unit(root + "091")).isEqualTo("%1$s/%1$s09/%1$s091/ 柳村 VILLAGE".formatted(root));
        assertThat(unit(root + "09")).endsWith("新县 COUNTY 29.5 118.25");
        assertThat(desk.hand("units", csv).counts()).isEqualTo("0/0/3/0");
        var changed = desk.bring("units", "Code,Name\n%s091,柳树村\n".formatted(root));
        assertThat(changed.counts()).isEqualTo("0/1/0/0");
        first.undo();
        assertThat(first.page("kept")).contains("导入之后有人改过“名称”").contains("下面还有单位在用");
        assertThat(unit(root + "092")).isNull();
        assertThat(unit(root + "09")).isNotNull();
        changed.undo();
        assertThat(unit(root + "091")).contains("柳村");
    }

    @Test
    void what_was_exported_comes_in_unchanged() {
        var again = desk.hand("units", "again.csv", desk.visit.download("/units/export?format=csv"));
        assertThat(again.problems()).isEmpty();
        assertThat(again.counts()).isEqualTo("0/0/15/0");
    }

    @Test
    void every_mistake_is_told_at_its_cell_and_what_lies_below_it_waits() {
        var some = desk.hand("units", HEAD + """
                        B 1,甲,县,%1$s,,
                        B2,乙,王国,%1$s,,
                        B3,丙,县,NOWHERE,,
                        B4,丁,镇,B3,,
                        B5,戊,县,%1$s,29,
                        B6,己,县,,,
                        B7,庚,县,%1$s,,
                        B7,辛,县,%1$s,,
                        B8,壬,县,B7,,
                        B9,癸,县,第1县第1村,,
                        """.formatted(root));
        assertThat(some.problems())
                .containsExactly(
                        "2:code:unit.cell.code",
                        "3:level:import.cell.unknown",
                        "4:parent:unit.import.parentUnknown",
                        "5:parent:unit.import.parentFailed",
                        "6:lon:unit.import.placeHalf",
                        "7:parent:unit.import.parentEmpty",
                        "8:lat:unit.import.noPlace",
                        "9:code:unit.import.codeTwice",
                        "10:level:unit.import.levelOrder",
                        "11:parent:unit.import.parentUnknown");
        assertThat(some.counts()).isEqualTo("1/0/0/9");
    }

    @Test
    void a_circle_of_parents_stays_outside_however_long_it_is() {
        var some = desk.hand("units", HEAD + "A,甲,县,C,,\nB,乙,镇,A,,\nC,丙,村,B,,\nS,自己,县,S,,\n");
        assertThat(some.counts()).isEqualTo("0/0/0/4");
        assertThat(some.page("failed")).contains("A → C → B → A").contains("S → S");
        var round = new StringBuilder(HEAD);
        for (var unit = 0; unit < 5_000; unit++) {
            round.append("R%d,环,县,R%d,,%n".formatted(unit, (unit + 1) % 5_000));
        }
        assertThat(desk.hand("units", round.toString()).counts()).isEqualTo("0/0/0/5000");
    }

    @Test
    void a_unit_is_not_moved_and_foreign_codes_say_nothing() {
        var town = city.towns().getFirst().path().split("/")[2];
        var second = city.counties().get(1).path().split("/")[1];
        assertThat(desk.hand("units", HEAD + town + ",镇,镇," + second + ",,\n").problems())
                .containsExactly("2:parent:unit.import.moved");
        var county = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        var first = city.counties().getFirst().path().split("/")[1];
        var foreign = county.hand("units", HEAD + second + ",夺县,镇," + first + ",,\n");
        assertThat(foreign.problems()).containsExactly("2:code:unit.import.codeElsewhere");
        assertThat(foreign.page("failed")).doesNotContain("第2县");
    }
}
