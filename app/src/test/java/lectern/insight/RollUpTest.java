package lectern.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.org.UnitNames;
import lectern.programme.HeadcountReported;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
@Import({HeldTalks.class, Settling.class})
class RollUpTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    @Autowired
    SmallCity cities;

    @Autowired
    HeldTalks held;

    @Autowired
    Settling settling;

    @Autowired
    RollUp rollUp;

    @Autowired
    FigureQueries figures;

    @Autowired
    FiguresCheck check;

    @Autowired
    UnitNames units;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private Figure total(SmallCity.Made city, SmallCity.Place unit) {
        return SmallCity.as(city.city().officer(), () -> figures.total(unit.path(), YEAR));
    }

    private List<FiguresCheck.Difference> differences(SmallCity.Made city) {
        return SmallCity.as(city.city().officer(), check::differences);
    }

    @Test
    void a_reported_talk_counts_in_its_village_and_in_every_unit_above() {
        var city = cities.make();
        held.add(city, 0, DAY, 9, 40, 5, 4);
        held.add(city, 1, DAY, 9, 20);
        held.add(city, 4, DAY, 9, 7, 3);
        for (var village : List.of(0, 1, 4)) {
            settling.report(city, village, DAY);
        }
        settling.settle(city);

        assertThat(total(city, city.villages().getFirst())).isEqualTo(new Figure(1, 40, 2, 9));
        assertThat(total(city, city.towns().getFirst())).isEqualTo(new Figure(2, 60, 2, 9));
        assertThat(total(city, city.counties().getFirst())).isEqualTo(new Figure(2, 60, 2, 9));
        assertThat(total(city, city.counties().getLast())).isEqualTo(new Figure(1, 7, 1, 3));
        assertThat(total(city, city.city())).isEqualTo(new Figure(3, 67, 3, 12));
        assertThat(differences(city)).isEmpty();
    }

    @Test
    void rolling_up_again_changes_nothing() {
        var city = cities.make();
        held.add(city, 2, DAY, 9, 40);
        for (var time = 0; time < 3; time++) {
            settling.report(city, 2, DAY);
            settling.report(city, 2, DAY);
            settling.settle(city);
            assertThat(total(city, city.city())).isEqualTo(new Figure(1, 40, 0, 0));
        }
    }

    @Test
    void a_talk_that_no_longer_counts_leaves_no_row() {
        var city = cities.make();
        var talk = held.add(city, 0, DAY, 9, 40);
        settling.report(city, 0, DAY);
        settling.settle(city);
        held.run("update talk set state = 'CANCELLED', attendance = null, attendance_source = null where id = ?", talk);
        settling.report(city, 0, DAY);
        settling.settle(city);

        assertThat(cities.count(
                        "select count(*) from figure_day where city_id = ?",
                        city.city().id()))
                .isZero();
    }

    @Test
    void a_talk_at_a_town_itself_counts_beside_its_villages() {
        var city = cities.make();
        var talk = held.add(city, 0, DAY, 9, 40);
        held.add(city, 1, DAY, 9, 5);
        var town = city.towns().getFirst();
        held.run("update talk set unit_id = ?, path = ? where id = ?", town.id(), town.path(), talk);
        settling.report(city, 0, DAY);
        settling.report(city, 1, DAY);
        settling.settle(city);

        assertThat(total(city, town)).isEqualTo(new Figure(2, 45, 0, 0));
        assertThat(differences(city)).isEmpty();
    }

    @Test
    void a_report_that_is_rolled_back_leaves_no_mark() {
        var city = cities.make();
        var place = city.villages().getFirst();
        assertThatThrownBy(() -> SmallCity.as(
                        city.keepers().getFirst(),
                        () -> new TransactionTemplate(transactions).execute(status -> {
                            events.publishEvent(new HeadcountReported(
                                    place.id(), city.city().id(), place.path(), DAY));
                            throw new IllegalStateException("the report fails after all");
                        })))
                .hasMessage("the report fails after all");
        assertThat(settling.marks(city)).isZero();
    }

    @Test
    void reports_and_roll_ups_at_the_same_time_miss_nothing() throws Exception {
        var city = cities.make();
        try (var people = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 80)
                    .mapToObj(number -> people.submit(() -> {
                        var village = number % 8;
                        held.add(city, village, DAY.plusDays(number % 2), 1 + number / 8, 1 + number, 1 + number % 5);
                        settling.report(city, village, DAY.plusDays(number % 2));
                        rollUp.drain();
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        settling.settle(city);

        assertThat(total(city, city.city())).isEqualTo(new Figure(80, 80 * 81 / 2, 80, 240));
        assertThat(differences(city)).isEmpty();
    }

    @Test
    void a_village_is_covered_when_a_talk_fell_into_the_period() {
        var city = cities.make();
        for (var day : List.of(DAY.minusMonths(1), DAY, DAY.plusMonths(1))) {
            held.add(city, 0, day, 9, 10);
            settling.report(city, 0, day);
        }
        held.add(city, 5, DAY, 9, 10);
        settling.report(city, 5, DAY);
        settling.settle(city);

        assertThat(covered(city, DAY, DAY)).containsExactly(new Reach(1, 4), new Reach(1, 4));
        assertThat(covered(city, DAY.plusDays(1), DAY.plusMonths(2))).containsExactly(new Reach(1, 4), new Reach(0, 4));
        assertThat(covered(city, DAY.plusDays(1), DAY.plusDays(9))).containsExactly(new Reach(0, 4), new Reach(0, 4));
        assertThat(covered(city, DAY.minusYears(1), DAY.minusDays(1)))
                .containsExactly(new Reach(1, 4), new Reach(0, 4));
    }

    private List<Reach> covered(SmallCity.Made city, LocalDate from, LocalDate to) {
        return SmallCity.as(city.city().officer(), () -> {
            var unit = units.find(city.city().id()).orElseThrow();
            return figures.parts(unit, new Period(from, to)).stream()
                    .map(Part::reach)
                    .toList();
        });
    }

    @Test
    void the_check_names_the_unit_and_day_that_differ() {
        var city = cities.make();
        held.add(city, 0, DAY, 9, 40);
        settling.report(city, 0, DAY);
        settling.settle(city);
        var town = city.towns().getFirst().path();
        held.run("update figure_day set attendances = 41 where path = ? and day = ?", town, DAY);

        assertThat(differences(city))
                .containsExactly(
                        new FiguresCheck.Difference(town, DAY, new Figure(1, 40, 0, 0), new Figure(1, 41, 0, 0)));
    }
}
