package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.org.UnitNames;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Nothing to plan, and plans that are stopped: the officer reads what happened and what to do, and nothing is lost.
@AppTest
@ExtendWith(OutputCaptureExtension.class)
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

    private UUID jobOf(UUID plan) {
        return Objects.requireNonNull(desk.plan(plan).jobId());
    }

    private HttpResponse<String> cancelJob(UUID plan) {
        return desk.visit.post("/jobs/" + jobOf(plan) + "/cancel", Map.of());
    }

    private void leadsTo(UUID plan, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/plans/" + plan);
    }

    private long rows(UUID plan) {
        return cities.count(
                "select (select count(*) from plan_assignment where plan_id = ?) + (select count(*) from plan_unserved where plan_id = ?)",
                plan,
                plan);
    }

    @Test
    void a_cancelled_search_keeps_the_best_so_far_says_so_and_can_be_run_again() throws InterruptedException {
        programme.available(0, 1);
        programme.requests(0, 1);
        var id = desk.order(300);
        desk.awaitServed(id);
        leadsTo(id, cancelJob(id));

        assertThat(desk.finished(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(jobEnded(id)).isEqualTo("CANCELLED");
        assertThat(desk.plan(id).served()).isEqualTo(2);
        assertThat(rows(id)).isEqualTo(2);
        assertThat(desk.visit.get("/plans/" + id).body())
                .contains("计算提前停止了，这是停止前找到的最好安排")
                .contains("/plans/new?again=" + id);
        assertThat(open()).isEqualTo(2);

        var again = desk.order(10);
        assertThat(desk.finished(again).state()).isEqualTo(PlanState.DRAFT);
        assertThat(jobEnded(again)).isEqualTo("DONE");
        assertThat(desk.visit.get("/plans/" + again).body()).doesNotContain("计算提前停止了");
        assertThat(desk.publish(again).statusCode()).isEqualTo(302);
        assertThat(open()).isZero();
    }

    @Test
    void a_search_that_is_cancelled_with_nothing_served_keeps_nothing_and_says_so() throws InterruptedException {
        programme.available(0);
        programme.request(0, programme.foreignTopic());
        var id = desk.order(300);
        for (var look = 0; desk.plan(id).state() == PlanState.QUEUED && look < 300; look++) {
            Thread.sleep(100);
        }
        leadsTo(id, desk.visit.post("/plans/" + id + "/stop", Map.of()));

        assertThat(desk.finished(id).state()).isEqualTo(PlanState.CANCELLED);
        assertThat(jobEnded(id)).isEqualTo("CANCELLED");
        assertThat(rows(id)).isZero();
        assertThat(desk.visit.get("/plans/" + id).body())
                .contains("计划已停止，没有保留结果")
                .contains("点单都还在")
                .contains("/plans/new?again=" + id);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void a_plan_that_waits_for_its_turn_ends_at_once_when_it_is_stopped() throws InterruptedException {
        programme.available(0);
        programme.requests(0);
        var ahead = List.of(desk.order(300), desk.order(300));
        for (var each : ahead) {
            desk.awaitServed(each);
        }
        var stopped = desk.order(300);
        var cancelled = desk.order(300);
        leadsTo(stopped, desk.visit.post("/plans/" + stopped + "/stop", Map.of()));
        leadsTo(cancelled, cancelJob(cancelled));
        assertThat(desk.plan(stopped).state()).isEqualTo(PlanState.CANCELLED);
        assertThat(desk.visit.get("/plans/" + stopped).body()).contains("计划已停止，没有保留结果");

        for (var each : ahead) {
            cancelJob(each);
        }
        assertThat(desk.finished(cancelled).state()).isEqualTo(PlanState.CANCELLED);
        for (var each : List.of(stopped, cancelled)) {
            assertThat(jobEnded(each)).isEqualTo("CANCELLED");
            assertThat(desk.plan(each).state()).isEqualTo(PlanState.CANCELLED);
            assertThat(rows(each)).isZero();
        }
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void cancelling_what_is_over_does_no_harm() throws InterruptedException {
        programme.available(0);
        programme.requests(0);
        var id = desk.order(10);
        assertThat(desk.finished(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(jobEnded(id)).isEqualTo("DONE");
        var draft = desk.plan(id);
        leadsTo(id, cancelJob(id));
        leadsTo(id, desk.visit.post("/plans/" + id + "/stop", Map.of()));
        assertThat(desk.plan(id)).isEqualTo(draft);
        assertThat(jobState(id)).isEqualTo("DONE");

        assertThat(desk.publish(id).statusCode()).isEqualTo(302);
        var published = desk.plan(id);
        leadsTo(id, cancelJob(id));
        leadsTo(id, desk.visit.post("/plans/" + id + "/stop", Map.of()));
        assertThat(desk.plan(id)).isEqualTo(published);
        assertThat(cities.count("select count(*) from talk where plan_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void a_reader_who_leaves_while_a_plan_is_made_leaves_no_trace_in_the_log(CapturedOutput log) throws Exception {
        programme.available(0);
        programme.requests(0);
        var id = desk.order(300);
        desk.awaitServed(id);
        for (var reader = 0; reader < 4; reader++) {
            readAndLeave("/jobs/" + jobOf(id) + "/events", reader % 2 == 0);
        }
        Thread.sleep(2500);
        cancelJob(id);
        desk.finished(id);
        Thread.sleep(1000);
        assertThat(log.getAll().lines().filter(line -> line.contains(" ERROR ") || line.contains(" WARN ")))
                .isEmpty();
        assertThat(log.getAll()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    /// Reads the first event as a browser does, then closes the connection.
    ///
    /// @param torn the connection breaks, as when a phone loses its network
    private void readAndLeave(String path, boolean torn) throws IOException {
        var address = URI.create(visitor.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.setSoLinger(torn, 0);
            var ask = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAccept: text/event-stream\r\nCookie: SESSION=" + visitor.sessionCookie(desk.officer)
                    + "\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var line = lines.readLine();
            assertThat(line).contains("200");
            while (line != null && !line.startsWith("data:")) {
                line = lines.readLine();
            }
            assertThat(line).contains("RUNNING");
        }
    }
}
