package lectern.places.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Venues out of spreadsheets.
@AppTest
class VenueSheetTest {
    private static final String HEAD = "名称,所属单位,类型,地址,座位数,纬度,经度,可同时办几场\n";
    private final SmallCity cities;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final String village;
    private final String foreign;

    VenueSheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        city = cities.make();
        desk = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        village = code(city.villages().getFirst());
        foreign = code(city.villages().getLast());
    }

    private static String code(SmallCity.Place unit) {
        var codes = unit.path().split("/");
        return codes[codes.length - 1];
    }

    private String venue(String name) {
        return cities.text("""
                select string_agg(kind || ' ' || capacity || ' ' || lat || ' ' || lon || ' ' || shared || ' ' || address, ';')
                from venue where city_id = ? and name = ? and retired_at is null
                """, city.city().id(), name);
    }

    @Test
    void venues_go_in_and_the_same_file_twice_changes_nothing() {
        var csv = HEAD + "晒谷场,%s,文明实践站,河边路 1 号,８０,28.95,118.87,是\n大礼堂,第1县第1镇第2村,文明实践站,,200,,,\n".formatted(village);
        var first = desk.hand("venues", csv);
        assertThat(first.counts()).isEqualTo("2/0/0/0");
        assertThat(first.page("new")).contains("没有填位置，先用“第1县第1镇第2村”的位置。");
        assertThat(first.problems()).containsExactly("3:lat:venue.row.placeOfUnit");
        first.apply();
        assertThat(venue("晒谷场")).isEqualTo("station 80 28.95 118.87 true 河边路 1 号");
        assertThat(venue("大礼堂")).isEqualTo("station 200 28.92 118.4 false ");
        assertThat(desk.hand("venues", csv).counts()).isEqualTo("0/0/2/0");
    }

    @Test
    void what_was_exported_comes_in_unchanged() {
        desk.bring("venues", HEAD + "晒谷场,%s,文明实践站,河边路 1 号,80,28.95,118.87,是\n".formatted(village));
        var exported = desk.visit.download("/venues/export?format=csv");
        var again = desk.hand("venues", "again.csv", exported);
        assertThat(again.problems()).isEmpty();
        assertThat(again.counts()).isEqualTo("0/0/5/0");
    }

    @Test
    void a_row_changes_what_it_says_and_undo_puts_it_back() {
        desk.bring("venues", HEAD + "晒谷场,%s,文明实践站,河边路 1 号,80,28.95,118.87,是\n".formatted(village));
        var changed = desk.bring("venues", "Name,Unit,Seats\n晒谷场,%s,90\n".formatted(village));
        assertThat(changed.counts()).isEqualTo("0/1/0/0");
        assertThat(venue("晒谷场")).startsWith("station 90 28.95");
        changed.undo();
        assertThat(venue("晒谷场")).startsWith("station 80 28.95");
    }

    @Test
    void what_cannot_go_in_is_told_at_its_cell() {
        var some = desk.hand(
                "venues",
                HEAD
                        + "甲,%1$s,文明实践站,,80,28.95,,\n乙,%1$s,飞船,,80,,,\n丙,%1$s,文明实践站,,0,,,\n丁,%2$s,文明实践站,,80,,,\n戊,%1$s,,,80,,,\n己,%1$s,文明实践站,,80,,,\n己,%1$s,文明实践站,,90,,,\n"
                                .formatted(village, foreign));
        assertThat(some.problems())
                .containsExactly(
                        "2:lon:venue.row.placeHalf",
                        "3:kind:import.cell.unknown",
                        "4:capacity:import.cell.whole",
                        "5:unit:unit.cell.outside",
                        "6:kind:import.cell.needed",
                        "7:lat:venue.row.placeOfUnit",
                        "8:name:venue.row.twice");
        assertThat(some.counts()).isEqualTo("1/0/0/6");
    }

    @Test
    void two_venues_of_one_name_in_one_unit_are_not_guessed() {
        desk.bring("venues", HEAD + "晒谷场,%s,文明实践站,,80,,,\n".formatted(village));
        cities.count("""
                with twin as (
                    insert into venue select gen_random_uuid(), city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared
                    from venue where city_id = ? and name = '晒谷场' returning 1)
                select count(*) from twin
                """, city.city().id());
        assertThat(desk.hand("venues", HEAD + "晒谷场,%s,文明实践站,,90,,,\n".formatted(village))
                        .problems())
                .containsExactly("2:name:venue.row.several");
    }

    @Test
    void a_venue_that_an_import_opened_is_retired_by_its_undo() {
        var first = desk.bring("venues", HEAD + "晒谷场,%s,文明实践站,,80,,,\n".formatted(village));
        first.undo();
        assertThat(venue("晒谷场")).isNull();
        assertThat(desk.bring("venues", HEAD + "晒谷场,%s,文明实践站,,80,,,\n".formatted(village))
                        .counts())
                .isEqualTo("0/1/0/0");
        assertThat(venue("晒谷场")).isNotNull();
    }
}
