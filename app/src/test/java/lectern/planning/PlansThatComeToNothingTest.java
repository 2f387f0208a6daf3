package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.org.UnitNames;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Nothing to plan, and plans that are stopped: the officer reads what happened and what to do, and nothing is lost.
@AppTest
class PlansThatComeToNothingTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries queries;

    @Autowired
    Plans plans;

    @Autowired
    UnitNames units;

    SmallCity.Made city;
    OpenProgramme programme;
    Desk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        desk = new Desk(city.counties().getFirst().officer(), visitor, queries, programme);
    }

    /// As from a form that was checked before things changed.
    private UUID orderUnchecked() {
        var unit = SmallCity.as(desk.officer, () -> units.find(desk.officer.unitId()))
                .orElseThrow();
        return SmallCity.as(
                desk.officer, () -> plans.order(desk.officer, unit, "下周计划", programme.monday, programme.sunday(), 300));
    }

    private void nothingWasOrdered() {
        var id = city.city().id();
        assertThat(cities.count("select count(*) from plan where city_id = ?", id))
                .isZero();
        assertThat(cities.count("select count(*) from job where city_id = ?", id))
                .isZero();
    }

    private long open() {
        return cities.count(
                "select count(*) from request where city_id = ? and state = 'APPROVED'",
                city.city().id());
    }

    private String jobState(UUID plan) {
        return programme.text("select j.state from job j join plan p on p.job_id = j.id where p.id = ?", plan);
    }

    private String jobEnded(UUID plan) throws InterruptedException {
        for (var look = 0; look < 200; look++) {
            var state = jobState(plan);
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                return state;
            }
            Thread.sleep(100);
        }
        return jobState(plan);
    }

    @Test
    void without_an_approved_request_the_form_says_what_to_do_before_anything_starts() {
        programme.available(0);
        var answer = desk.visit.post("/plans", desk.form(10));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有待安排的点单").contains("先去审核点单");
        assertThat(extent(programme.monday, programme.sunday())).contains("没有待安排的点单");
        nothingWasOrdered();
    }

    @Test
    void with_requests_but_nobody_free_the_form_says_what_to_do_before_anything_starts() {
        programme.requests(0, 1);
        var answer = desk.visit.post("/plans", desk.form(10));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有宣讲员有空").contains("填写可宣讲时间");
        assertThat(extent(programme.monday, programme.sunday())).contains("没有宣讲员有空");
        nothingWasOrdered();
        assertThat(open()).isEqualTo(2);
    }

    @Test
    void requests_of_another_county_are_nothing_to_plan() {
        programme.available(0);
        programme.requests(4, 5);
        assertThat(desk.visit.post("/plans", desk.form(10)).body()).contains("没有待安排的点单");
        nothingWasOrdered();
    }

    @Test
    void what_was_open_only_earlier_in_the_period_is_nothing_to_plan() {
        var today = LocalDate.now(SmallCity.ZONE);
        var earlier = (int) ChronoUnit.DAYS.between(programme.monday, today) - 2;
        programme.availableOn(0, earlier, 8, 18);
        programme.request(0, city.topics().getFirst(), earlier, 9, 16);
        var period = desk.form(today.minusDays(3), programme.sunday(), 10);
        assertThat(desk.visit.post("/plans", period).body()).contains("没有待安排的点单");

        programme.requests(0);
        assertThat(desk.visit.post("/plans", period).body()).contains("没有宣讲员有空");
        assertThat(extent(today.minusDays(3), programme.sunday())).contains("没有宣讲员有空");
        nothingWasOrdered();
    }

    private String extent(LocalDate firstDay, LocalDate lastDay) {
        return desk.visit
                .get("/plans/new/extent?unit=" + desk.officer.unitId() + "&firstDay=" + firstDay + "&lastDay="
                        + lastDay)
                .body();
    }

    @Test
    void a_plan_whose_requests_are_gone_when_the_job_begins_ends_in_words() throws InterruptedException {
        programme.available(0);
        var id = orderUnchecked();
        assertThat(desk.finished(id).state()).isEqualTo(PlanState.FAILED);
        assertThat(jobEnded(id)).isEqualTo("FAILED");
        assertThat(desk.visit.get("/plans/" + id).body())
                .contains("这个计划没有排成")
                .contains("没有待安排的点单")
                .contains("按同样的条件重新排");
    }

    @Test
    void a_plan_whose_speakers_are_gone_when_the_job_begins_ends_in_words() throws InterruptedException {
        programme.requests(0);
        var id = orderUnchecked();
        assertThat(desk.finished(id).state()).isEqualTo(PlanState.FAILED);
        assertThat(jobEnded(id)).isEqualTo("FAILED");
        assertThat(desk.visit.get("/plans/" + id).body()).contains("这个计划没有排成").contains("没有宣讲员有空");
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void when_all_who_are_there_are_booked_the_draft_says_that_it_serves_nobody_and_cannot_be_published()
            throws InterruptedException {
        programme.availableOn(0, 0, 9, 12);
        for (var hour = 9; hour < 12; hour++) {
            programme.booked(1, 0, programme.at(0, hour));
        }
        programme.requests(0);
        var id = desk.order(10);
        assertThat(desk.finished(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(desk.plan(id).served()).isZero();
        assertThat(desk.visit.get("/plans/" + id).body()).contains("一场也没有排上").contains("/plans/new?again=" + id);

        var answer = desk.publish(id);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("没有可发布的内容").doesNotContain("查看这些场次");
        assertThat(desk.plan(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void a_plan_that_ended_can_be_ordered_again_with_what_it_was_ordered_with() throws InterruptedException {
        programme.requests(0);
        var id = orderUnchecked();
        desk.finished(id);
        var form = desk.visit.get("/plans/new?again=" + id).body();
        assertThat(form)
                .contains("value=\"" + programme.monday + "\"")
                .contains("value=\"" + programme.sunday() + "\"")
                .contains("value=\"" + desk.officer.unitId() + "\"");
        var foreign = visitor.as(city.counties().get(1).officer());
        assertThat(foreign.get("/plans/new?again=" + id).statusCode()).isEqualTo(404);

        programme.available(0);
        assertThat(desk.visit.post("/plans", Map.copyOf(desk.form(10))).statusCode())
                .isEqualTo(302);
    }
}
