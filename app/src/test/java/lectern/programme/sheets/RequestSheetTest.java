package lectern.programme.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Requests out of spreadsheets.
@AppTest
class RequestSheetTest {
    private static final String HEAD = "阵地,单位,主题,听众,预计人数,日期,时段,最早开始,最晚开始,说明\n";
    private final SmallCity cities;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final LocalDate day = LocalDate.now(SmallCity.ZONE).plusDays(20);
    private final String venue;

    RequestSheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        city = cities.make();
        desk = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        venue = city.villages().getFirst().name() + "站";
    }

    private String requests() {
        return cities.text("""
                select string_agg(origin || state || minutes || ' ' || expected || ' ' || note || ' '
                    || (select string_agg(to_char(opens_at at time zone 'Asia/Shanghai', 'HH24:MI') || '-'
                            || to_char(closes_at at time zone 'Asia/Shanghai', 'HH24:MI'), '+' order by opens_at)
                        from request_window where request_id = r.id), ';' order by expected)
                from request r where city_id = ? and state <> 'WITHDRAWN'
                """, city.city().id());
    }

    @Test
    void requests_wait_for_approval_and_the_same_file_twice_asks_nothing_more() {
        var csv = HEAD
                + "%1$s,,防骗一课,老年人,６０,%2$s,上午；下午,,,请带展板\n%1$s,,春季健康,Youth,80,%2$s,,9：00,10:30,\n%1$s,,春季健康,青少年,90,%2$s,,15时30分,,\n"
                        .formatted(venue, day);
        var first = desk.hand("requests", csv);
        assertThat(first.problems()).isEmpty();
        assertThat(first.counts()).isEqualTo("3/0/0/0");
        first.apply();
        assertThat(requests())
                .isEqualTo("OFFICERASKED60 60 请带展板 08:30-10:30+14:00-16:30;OFFICERASKED60 80  09:00-10:30;"
                        + "OFFICERASKED60 90  15:30-15:30");
        assertThat(desk.hand("requests", csv).counts()).isEqualTo("0/0/3/0");
        var changed = desk.bring("requests", csv.replace("６０", "70"));
        assertThat(changed.counts()).isEqualTo("0/1/2/0");
        assertThat(requests()).contains("ASKED60 70 请带展板");
        changed.undo();
        assertThat(requests()).contains("ASKED60 60 请带展板");
        first.undo();
        assertThat(requests()).isNull();
        var again = desk.hand("requests", csv);
        assertThat(again.counts()).isEqualTo("3/0/0/0");
        assertThat(again.page("new")).contains("以前有一条同样的点单，已撤回");
    }

    @Test
    void what_was_exported_comes_in_unchanged() {
        desk.bring("requests", HEAD + "%s,,防骗一课,老年人,60,%s,,9:00,10:30,请带展板\n".formatted(venue, day));
        var again = desk.hand("requests", "again.csv", desk.visit.download("/requests/export?format=csv"));
        assertThat(again.problems()).isEmpty();
        assertThat(again.counts()).isEqualTo("0/0/1/0");
    }

    @Test
    void what_is_planned_stays_and_what_cannot_go_in_is_told_at_its_cell() {
        var first = desk.bring("requests", HEAD + "%s,,防骗一课,老年人,60,%s,上午,,,\n".formatted(venue, day));
        cities.count(
                "with w as (update request set state = 'SCHEDULED' where city_id = ? returning 1) select count(*) from w",
                city.city().id());
        var some = desk.hand(
                "requests",
                HEAD
                        + "%1$s,,防骗一课,老年人,61,%2$s,上午,,,\n没有的地方,,防骗一课,老年人,60,%2$s,上午,,,\n%1$s,,没有的主题,老年人,60,%2$s,上午,,,\n%1$s,,防骗一课,老年人,,%2$s,晚上,,,\n%1$s,,防骗一课,老年人,60,%2$s,,,,\n%1$s,,防骗一课,老年人,60,%2$s,,,9:00,\n%1$s,,防骗一课,老年人,60,%2$s,,10:00,9:00,\n%1$s,,春季健康,老年人,60,%2$s,上午,,,\n%1$s,,春季健康,老年人,60,%2$s,上午,,,\n%3$s站,,防骗一课,老年人,60,%2$s,上午,,,\n"
                                .formatted(venue, day, city.villages().getLast().name()));
        assertThat(some.problems())
                .containsExactly(
                        "2:expected:request.row.planned",
                        "3:venue:request.row.noVenue",
                        "4:topic:import.cell.unknown",
                        "5:expected:import.cell.needed",
                        "6:parts:request.row.neither",
                        "7:from:request.row.noFrom",
                        "8:to:request.row.inverted",
                        "10::request.row.twice",
                        "11:venue:request.row.noVenue");
        first.undo();
        assertThat(first.page("kept")).contains("已经排进计划");
    }
}
