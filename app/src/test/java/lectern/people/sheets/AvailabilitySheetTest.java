package lectern.people.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.imports.ImportDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Free times out of spreadsheets.
@AppTest
class AvailabilitySheetTest {
    private static final String HEAD = "宣讲员,所属单位,日期,时段,开始,结束\n";
    private final SmallCity cities;
    private final SmallCity.Made city;
    private final ImportDesk desk;
    private final LocalDate day = LocalDate.now(SmallCity.ZONE).plusDays(20);
    private final String name;
    private final String foreigner;

    AvailabilitySheetTest(@Autowired SmallCity cities, @Autowired Visitor visitor) {
        this.cities = cities;
        city = cities.make();
        desk = new ImportDesk(city.counties().getFirst().officer(), visitor, cities);
        name = "讲员" + city.villages().getFirst().name();
        foreigner = "讲员" + city.villages().getLast().name();
    }

    /// The free times of that day, in the region's zone.
    private String free() {
        return cities.text("""
                select string_agg(to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI') || '-'
                                  || to_char(ends_at at time zone 'Asia/Shanghai', 'HH24:MI'), ' ' order by starts_at)
                from availability where speaker_id = ? and (starts_at at time zone 'Asia/Shanghai')::date = ?
                """, city.speakers().getFirst(), day);
    }

    @Test
    void free_times_go_in_in_every_writing_and_the_same_file_twice_changes_nothing() {
        cities.count(
                "with gone as (delete from availability where speaker_id = ? returning 1) select count(*) from gone",
                city.speakers().getFirst());
        var chinese = "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        var csv = HEAD + name + ",," + chinese + ",上午,,\n" + name + ",,"
                + day.toString().replace('-', '.') + ",,１３：００,下午4:30\n" + name + ",," + day + ",上午、晚上,,\n";
        var first = desk.hand("availability", csv);
        assertThat(first.problems()).isEmpty();
        assertThat(first.counts()).isEqualTo("3/0/0/0");
        first.apply();
        assertThat(free()).isEqualTo("08:00-12:00 13:00-16:30 18:30-21:30");
        assertThat(desk.hand("availability", csv).counts()).isEqualTo("0/0/3/0");
        var longer = desk.bring("availability", HEAD + name + ",," + day + ",,11:00,14:00\n");
        assertThat(free()).isEqualTo("08:00-16:30 18:30-21:30");
        longer.undo();
        assertThat(free()).isEqualTo("08:00-12:00 13:00-16:30 18:30-21:30");
        first.undo();
        assertThat(free()).isNull();
    }

    @Test
    void what_cannot_go_in_is_told_at_its_cell() {
        var some = desk.hand(
                "availability",
                HEAD
                        + "没这个人,,%1$s,上午,,\n%2$s,,%1$s,,,\n%2$s,,%1$s,上午,9:00,\n%2$s,,%1$s,,9:00,\n%2$s,,%1$s,,12:00,9:00\n%2$s,,2020-01-01,上午,,\n%2$s,,明天,上午,,\n%2$s,,%1$s,半夜,,\n%3$s,,%1$s,上午,,\n"
                                .formatted(day, name, foreigner));
        assertThat(some.problems())
                .containsExactly(
                        "2:speaker:free.row.unknown",
                        "3:parts:free.row.neither",
                        "4:parts:free.row.both",
                        "5:to:free.row.half",
                        "6:to:free.row.inverted",
                        "7:day:free.cell.day",
                        "8:day:import.cell.day",
                        "9:parts:import.cell.unknown",
                        "10:speaker:free.row.unknown");
    }

    @Test
    void of_two_speakers_of_one_name_none_is_guessed() {
        var village = city.villages().get(1).path().split("/");
        desk.bring("speakers", "姓名,所属单位,来源,手机号\n" + name + "," + village[village.length - 1] + ",志愿者,13800001234\n");
        var code = city.villages().getFirst().path().split("/");
        var some = desk.hand(
                "availability",
                "宣讲员,所属单位,手机号,日期,时段\n%1$s,,,%2$s,上午\n%1$s,%3$s,,%2$s,晚上\n%1$s,,*******1234,%2$s,上午\n"
                        .formatted(name, day, code[code.length - 1]));
        assertThat(some.problems()).containsExactly("2:speaker:free.row.several");
        assertThat(some.counts()).matches("[12]/0/[01]/1");
    }
}
