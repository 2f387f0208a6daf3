package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planner.Evaluation;
import lectern.planner.model.Assignment;
import lectern.planning.problem.StoredProblems;
import lectern.platform.database.OwnerConnections;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class PlanningTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries plans;

    @Autowired
    Jobs jobs;

    @Autowired
    StoredProblems problems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    SmallCity.Made city;
    OpenProgramme programme;
    Actor officer;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        officer = city.counties().getFirst().officer();
    }

    private UUID order(Actor actor, int seconds) {
        var answer = visitor.as(actor).post("/plans", form(actor, seconds));
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private Map<String, String> form(Actor actor, int seconds) {
        return Map.of(
                "name", "下周计划",
                "unit", actor.unitId().toString(),
                "firstDay", programme.monday.toString(),
                "lastDay", programme.sunday().toString(),
                "seconds", Integer.toString(seconds));
    }

    private Plan plan(UUID id) {
        return SmallCity.as(officer, () -> plans.find(id)).orElseThrow();
    }

    private Plan finished(UUID id) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            var plan = plan(id);
            if (!plan.state().isUnderWay()) {
                return plan;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the plan did not end within a minute");
    }

    /// A draft without waiting for the whole search: it is stopped and keeps what it has.
    private UUID draft() throws InterruptedException {
        var id = order(officer, 10);
        var visit = visitor.as(officer);
        while (plan(id).state() == PlanState.QUEUED) {
            Thread.sleep(50);
        }
        Thread.sleep(700);
        visit.post("/plans/" + id + "/stop", Map.of());
        assertThat(finished(id).state()).isEqualTo(PlanState.DRAFT);
        return id;
    }

    @Test
    void a_plan_is_made_explained_changed_by_hand_and_published() throws InterruptedException {
        programme.available(0, 1);
        var requests = programme.requests(0, 1, 2);
        var nobody = programme.request(0, programme.foreignTopic());
        var id = draft();
        var visit = visitor.as(officer);

        assertThat(plan(id).requests()).isEqualTo(4);
        assertThat(plan(id).served()).isEqualTo(3);
        assertThat(visit.get("/plans/" + id).statusCode()).isEqualTo(200);
        assertThat(visit.get("/plans/" + id + "/list?state=unserved").body()).contains("冷门主题");
        assertThat(visit.get("/plans/" + id + "/talks/" + requests.getFirst()).body())
                .contains("为什么选这位");
        assertThat(visit.get("/plans/" + id + "/talks/" + nobody).body())
                .contains("为什么没排上")
                .contains("没有人会讲这个主题");

        var refused = visit.post(
                "/plans/" + id + "/talks/" + nobody + "/assign",
                Map.of(
                        "speaker",
                        city.speakers().getFirst().toString(),
                        "start",
                        programme.monday + "T10:00",
                        "version",
                        Integer.toString(plan(id).version())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有登记这个主题");

        var left = visit.post(
                "/plans/" + id + "/talks/" + requests.getFirst() + "/leave-out",
                Map.of("version", Integer.toString(plan(id).version())));
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(plan(id).served()).isEqualTo(2);
        var late = visit.post("/plans/" + id + "/talks/" + requests.get(1) + "/leave-out", Map.of("version", "0"));
        assertThat(late.statusCode()).isEqualTo(409);

        var published =
                visit.post("/plans/" + id + "/publish", Map.of("version", Integer.toString(plan(id).version())));
        assertThat(published.statusCode()).isEqualTo(302);
        assertThat(cities.count("select count(*) from talk where plan_id = ? and state = 'OFFERED'", id))
                .isEqualTo(2);
        assertThat(cities.count(
                        "select count(*) from request where city_id = ? and state = 'APPROVED'",
                        city.city().id()))
                .isEqualTo(2);
    }

    @Test
    void a_second_publication_is_refused_and_books_nothing() throws InterruptedException {
        programme.available(0);
        programme.requests(0);
        var id = draft();
        var version = Map.of("version", Integer.toString(plan(id).version()));
        assertThat(visitor.as(officer)
                        .post("/plans/" + id + "/publish", version)
                        .statusCode())
                .isEqualTo(302);
        var second = visitor.as(officer).post("/plans/" + id + "/publish", version);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("刚刚已经发布");
        assertThat(cities.count("select count(*) from talk where plan_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void a_talk_that_clashes_with_a_later_booking_is_marked_and_stops_the_publication() throws InterruptedException {
        programme.available(0);
        programme.request(0, city.topics().getFirst(), 0, 10, 10);
        var id = draft();
        programme.booked(1, 0, programme.at(0, 10));
        var visit = visitor.as(officer);
        assertThat(visit.get("/plans/" + id + "/list?state=clash").body()).contains("法律进家门");
        var answer = visit.post("/plans/" + id + "/publish", Map.of("version", Integer.toString(plan(id).version())));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(cities.count("select count(*) from talk where plan_id = ?", id))
                .isZero();
        assertThat(plan(id).state()).isEqualTo(PlanState.DRAFT);
    }

    @Test
    void with_nothing_to_plan_the_form_says_so_and_no_job_starts() {
        programme.available(0);
        var answer = visitor.as(officer).post("/plans", form(officer, 10));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有待安排的点单");
        assertThat(cities.count(
                        "select count(*) from plan where city_id = ?",
                        city.city().id()))
                .isZero();
        assertThat(cities.count(
                        "select count(*) from job where city_id = ?",
                        city.city().id()))
                .isZero();
    }

    @Test
    void a_period_that_runs_backwards_or_is_over_is_refused_at_the_form() {
        programme.available(0);
        programme.requests(0);
        var backwards = new java.util.HashMap<>(form(officer, 10));
        backwards.put("lastDay", programme.monday.minusDays(1).toString());
        assertThat(visitor.as(officer).post("/plans", backwards).body()).contains("最后一天不能早于第一天");
        var over = new java.util.HashMap<>(form(officer, 10));
        over.put("firstDay", "2020-01-01");
        over.put("lastDay", "2020-01-02");
        assertThat(visitor.as(officer).post("/plans", over).body()).contains("已经过去");
    }

    @Test
    void a_plan_that_is_discarded_while_it_runs_keeps_nothing() throws InterruptedException {
        programme.available(0);
        programme.requests(0);
        var id = order(officer, 10);
        visitor.as(officer).post("/plans/" + id + "/discard", Map.of());
        assertThat(finished(id).state()).isEqualTo(PlanState.CANCELLED);
        Thread.sleep(1500);
        assertThat(plan(id).state()).isEqualTo(PlanState.CANCELLED);
        assertThat(cities.count("select count(*) from plan_assignment where plan_id = ?", id))
                .isZero();
    }

    @Test
    void a_job_whose_server_was_killed_begins_afresh() throws InterruptedException {
        programme.available(0, 1);
        var requests = programme.requests(0, 1);
        var id = draft();
        programme.run("update plan set state = 'RUNNING' where id = ?", id);
        programme.run("delete from plan_assignment where plan_id = ? and request_id = ?", id, requests.getFirst());
        SmallCity.as(
                officer,
                () -> new TransactionTemplate(transactions).execute(status -> jobs.start(officer, PlanJob.KIND, id)));
        assertThat(finished(id).state()).isEqualTo(PlanState.DRAFT);
        assertThat(cities.count("select count(*) from plan_assignment where plan_id = ?", id))
                .isEqualTo(2);
    }

    @Test
    void a_plan_of_a_foreign_county_is_not_found() throws InterruptedException {
        programme.available(0);
        var requests = programme.requests(0);
        var id = draft();
        var foreign = visitor.as(city.counties().get(1).officer());
        for (var path : List.of("", "/board.json", "/list", "/publish", "/talks/" + requests.getFirst())) {
            assertThat(foreign.get("/plans/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(foreign.get("/plans").body()).doesNotContain("下周计划");
    }

    @Test
    void a_talk_without_speaker_gets_a_substitute_who_has_not_declined_it() throws InterruptedException {
        programme.available(0, 1, 2);
        programme.request(0, city.topics().getFirst(), 0, 10, 10);
        var id = draft();
        var visit = visitor.as(officer);
        visit.post("/plans/" + id + "/publish", Map.of("version", Integer.toString(plan(id).version())));
        programme.run(
                "update offer set state = 'DECLINED' where city_id = ?",
                city.city().id());
        programme.run(
                "update talk set state = 'OPEN', speaker_id = null where city_id = ?",
                city.city().id());
        var talk = UUID.fromString(programme.text("select id::text from talk where plan_id = ?", id));
        var declined = programme.text("select speaker_id::text from offer where talk_id = ?", talk);

        var offered = visit.get("/talks/" + talk + "/substitutes").body();
        assertThat(offered).doesNotContain(declined);
        var substitute = city.speakers().subList(0, 3).stream()
                .filter(speaker -> !speaker.toString().equals(declined))
                .findFirst()
                .orElseThrow();
        assertThat(offered).contains(substitute.toString());
        assertThat(visit.post("/talks/" + talk + "/substitutes", Map.of("speaker", declined))
                        .statusCode())
                .isEqualTo(409);
        assertThat(visit.post("/talks/" + talk + "/substitutes", Map.of("speaker", substitute.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(cities.count(
                        "select count(*) from talk where id = ? and state = 'OFFERED' and speaker_id = ?",
                        talk,
                        substitute))
                .isEqualTo(1);
        assertThat(visit.get("/talks/" + talk + "/substitutes").statusCode()).isEqualTo(409);
        var foreign = visitor.as(city.counties().get(1).officer());
        assertThat(foreign.get("/talks/" + talk + "/substitutes").statusCode()).isEqualTo(404);
    }

    @Test
    void the_stored_problem_and_plan_break_no_rule_and_cost_what_is_stored() throws InterruptedException {
        programme.available(0, 1, 2);
        programme.booked(3, 0, programme.at(0, 12));
        programme.requests(0, 1, 1, 2, 2);
        var id = draft();
        var file = Objects.requireNonNull(plan(id).problemFile());
        var problem = SmallCity.as(officer, () -> problems.read(file));
        assertThat(problem.pinned()).hasSize(1);
        var assignments = new ArrayList<>(problem.pinned());
        var horizon = plan(id).horizon(SmallCity.ZONE);
        SmallCity.as(
                        officer,
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> jdbc.sql(
                                                "select request_id, speaker_id, starts_at from plan_assignment where plan_id = ?")
                                        .param(id)
                                        .query((row, number) -> new Assignment(
                                                row.getString(1),
                                                row.getString(2),
                                                horizon.minute(
                                                        row.getTimestamp(3).toInstant())))
                                        .list()))
                .forEach(assignments::add);
        var evaluation = Evaluation.of(problem, lectern.planner.model.Plan.of(assignments));
        assertThat(evaluation.violations()).isEmpty();
        assertThat(programme.text("select sum(value::bigint)::text from plan, jsonb_each_text(cost) where id = ?", id))
                .isEqualTo(Long.toString(evaluation.cost().total()));
    }

    @Test
    void a_keeper_cannot_plan() {
        assertThat(visitor.as(city.keepers().getFirst()).get("/plans").statusCode())
                .isEqualTo(403);
    }
}
