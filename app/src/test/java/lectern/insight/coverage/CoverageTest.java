package lectern.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.insight.HeldTalks;
import lectern.insight.Settling;
import lectern.org.UnitNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AppTest
@Import({HeldTalks.class, Settling.class})
class CoverageTest {
    private static final LocalDate TODAY = LocalDate.now(SmallCity.ZONE);

    private record Held(UUID id, int village, UUID topic, String segment, LocalDate day) {}

    @Autowired
    SmallCity cities;

    @Autowired
    HeldTalks held;

    @Autowired
    Settling settling;

    @Autowired
    GapQueries gaps;

    @Autowired
    CoverageCheck check;

    @Autowired
    UnitNames units;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    private static CoverageFilter filter(@Nullable UUID topic, String segment) {
        return new CoverageFilter(null, topic, segment, null, null, null, null, "village", null);
    }

    private List<@Nullable LocalDate> lastDays(SmallCity.Made city, @Nullable UUID topic, String segment) {
        return SmallCity.as(city.city().officer(), () -> {
            var unit = units.find(city.city().id()).orElseThrow();
            var days = new ArrayList<@Nullable LocalDate>();
            gaps.villages(unit, filter(topic, segment), TODAY).rows().forEach(row -> days.add(row.lastDay()));
            return days;
        });
    }

    private void report(SmallCity.Made city, Held talk) {
        settling.report(city, talk.village(), talk.day());
    }

    @Test
    void the_last_talks_are_those_that_a_look_at_every_talk_finds_whatever_happened_to_them() {
        var city = cities.make();
        var random = new Random(7);
        var talks = new ArrayList<Held>();
        for (var number = 0; number < 40; number++) {
            var village = random.nextInt(8);
            var topic = city.topics().get(random.nextInt(3));
            var segment = random.nextBoolean() ? "elderly" : "youth";
            // Each on a day of its own, the odd ones shortly before midnight.
            var day = TODAY.minusDays(10 * number + 1);
            var time = number % 2 == 0 ? LocalTime.of(9, 0) : LocalTime.of(23, 30);
            talks.add(new Held(
                    held.add(city, village, LocalDateTime.of(day, time), topic, segment, 10),
                    village,
                    topic,
                    segment,
                    day));
        }
        talks.forEach(talk -> report(city, talk));
        settling.settle(city);
        // A headcount is corrected, a talk was none after all, another was about something else.
        held.run("update talk set attendance = 11 where id = ?", talks.get(3).id());
        held.run(
                "update talk set state = 'CANCELLED', attendance = null, attendance_source = null where id = ?",
                talks.getFirst().id());
        held.run(
                "update talk set topic_id = ? where id = ?",
                city.topics().get(2),
                talks.get(1).id());
        List.of(talks.getFirst(), talks.get(1), talks.get(3)).forEach(talk -> report(city, talk));
        settling.settle(city);
        talks.set(
                1,
                new Held(
                        talks.get(1).id(),
                        talks.get(1).village(),
                        city.topics().get(2),
                        talks.get(1).segment(),
                        talks.get(1).day()));
        talks.removeFirst();

        for (var topic : topics(city)) {
            for (var segment : List.of("", "elderly", "youth")) {
                assertThat(lastDays(city, topic, segment)).isEqualTo(bruteForce(talks, topic, segment));
            }
        }
        assertThat(SmallCity.as(city.city().officer(), check::differences)).isEmpty();
    }

    private static List<@Nullable UUID> topics(SmallCity.Made city) {
        var topics = new ArrayList<@Nullable UUID>(city.topics());
        topics.add(null);
        return topics;
    }

    private static List<@Nullable LocalDate> bruteForce(List<Held> talks, @Nullable UUID topic, String segment) {
        var days = new ArrayList<@Nullable LocalDate>();
        for (var village = 0; village < 8; village++) {
            LocalDate last = null;
            for (var talk : talks) {
                if (talk.village() == village
                        && (topic == null || topic.equals(talk.topic()))
                        && (segment.isEmpty() || segment.equals(talk.segment()))
                        && (last == null || talk.day().isAfter(last))) {
                    last = talk.day();
                }
            }
            days.add(last);
        }
        return days;
    }

    @Test
    void the_check_names_what_differs_from_the_talks() {
        var city = cities.make();
        held.add(city, 0, TODAY.minusDays(9).atTime(9, 0), city.topics().getFirst(), "elderly", 10);
        settling.report(city, 0, TODAY.minusDays(9));
        settling.settle(city);
        var path = city.villages().getFirst().path();
        held.run(
                "update last_talk set last_day = ? where path = ? and topic_id = ? and segment = ''",
                TODAY,
                path,
                Subject.ANY);

        assertThat(SmallCity.as(city.city().officer(), check::differences))
                .containsExactly(new CoverageCheck.Difference(path, Subject.ANY, "", TODAY.minusDays(9), TODAY));
    }

    @Test
    void a_county_sees_its_own_villages_and_no_others() {
        var city = cities.make();
        held.add(city, 4, TODAY.minusDays(9).atTime(9, 0), city.topics().getFirst(), "elderly", 10);
        settling.report(city, 4, TODAY.minusDays(9));
        settling.settle(city);
        var county = visitor.as(city.counties().getFirst().officer());
        var foreign = city.villages().get(4);

        assertThat(county.get("/coverage").body())
                .contains(city.villages().getFirst().id().toString())
                .doesNotContain(foreign.id().toString());
        assertThat(county.get("/coverage/villages.json").body()).doesNotContain(foreign.name());
        for (var page : List.of("/coverage?unit=", "/coverage/villages.json?unit=")) {
            assertThat(county.get(page + foreign.id()).statusCode()).isEqualTo(404);
            assertThat(county.get(page + city.city().id()).statusCode()).isEqualTo(404);
        }
        assertThat(SmallCity.as(
                        city.counties().getFirst().officer(),
                        () ->
                                gaps
                                        .spots(units.find(city.city().id()).orElseThrow(), Subject.of(null, ""), TODAY)
                                        .stream()
                                        .filter(spot -> spot.last() != null)))
                .as("not even a query for the whole city shows last days of another county")
                .isEmpty();
    }

    @Test
    void the_pages_take_as_many_statements_for_a_town_as_for_the_city() {
        var city = cities.make();
        var visit = visitor.as(city.city().officer());
        for (var view : List.of("", "&view=subjects")) {
            var town = statements.of(
                    () -> visit.get("/coverage?unit=" + city.towns().getFirst().id() + view));
            var all = statements.of(
                    () -> visit.get("/coverage?unit=" + city.city().id() + view));
            assertThat(all).as(view).isEqualTo(town);
        }
    }

    @Test
    void a_gap_narrows_the_list_to_the_villages_that_have_it() {
        var city = cities.make();
        var days = List.of(TODAY.minusDays(3), TODAY.minusMonths(4), TODAY.minusMonths(8), TODAY.minusMonths(14));
        for (var village = 0; village < days.size(); village++) {
            held.add(
                    city, village, days.get(village).atTime(9, 0), city.topics().getFirst(), "elderly", 10);
            settling.report(city, village, days.get(village));
        }
        settling.settle(city);
        var visit = visitor.as(city.counties().getFirst().officer());

        assertThat(ticks(visit.get("/coverage").body())).isEqualTo(4);
        for (var gap : List.of("RECENT", "OVER_QUARTER", "OVER_HALF", "OVER_YEAR")) {
            assertThat(ticks(visit.get("/coverage?gap=" + gap).body())).as(gap).isEqualTo(1);
        }
        assertThat(ticks(visit.get("/coverage?gap=NEVER").body())).isZero();
        assertThat(ticks(visit.get("/coverage?atLeast=6").body())).isEqualTo(2);
        assertThat(ticks(visit.get("/coverage?topic=" + city.topics().get(1) + "&gap=NEVER")
                        .body()))
                .isEqualTo(4);
    }

    private static int ticks(String page) {
        return page.split("name=\"village\"", -1).length - 1;
    }
}
