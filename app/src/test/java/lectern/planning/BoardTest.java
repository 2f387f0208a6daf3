package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planner.Evaluation;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planning.problem.StoredProblems;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the board's script asks of the server: where a talk may go, moving it, pins, taking back, planning a part
/// again.
@AppTest
class BoardTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries plans;

    @Autowired
    StoredProblems problems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JsonMapper json;

    SmallCity.Made city;
    OpenProgramme programme;
    Desk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        desk = new Desk(city.counties().getFirst().officer(), visitor, plans, programme);
    }

    /// How every talk of the plan stands.
    private record Standing(UUID request, String speaker, String startsAt, boolean byHand, boolean pinned) {}

    private Map<UUID, Standing> standing(UUID plan) {
        return SmallCity.as(
                desk.officer,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc
                                .sql("""
                                select request_id, speaker_id::text as speaker, starts_at::text, by_hand, pinned
                                from plan_assignment where plan_id = :plan
                                """)
                                .param("plan", plan)
                                .query((row, number) -> new Standing(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5)))
                                .stream()
                                .collect(Collectors.toMap(Standing::request, each -> each)))));
    }

    private List<Assignment> assignments(UUID plan) {
        var horizon = desk.plan(plan).horizon(SmallCity.ZONE);
        return SmallCity.as(
                desk.officer,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(
                                        "select request_id, speaker_id, starts_at from plan_assignment where plan_id = ?")
                                .param(plan)
                                .query((row, number) -> new Assignment(
                                        row.getString(1),
                                        row.getString(2),
                                        horizon.minute(row.getTimestamp(3).toInstant())))
                                .list())));
    }

    private Problem problem(UUID plan) {
        return SmallCity.as(
                desk.officer,
                () -> problems.read(Objects.requireNonNull(desk.plan(plan).problemFile())));
    }

    private JsonNode read(String path) {
        var answer = desk.visit.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private List<String> speakers(UUID plan) {
        return StreamSupport.stream(
                        read("/plans/" + plan + "/speakers.json")
                                .get("speakers")
                                .spliterator(),
                        false)
                .map(row -> row.get(0).asString())
                .toList();
    }

    private HttpResponse<String> move(UUID plan, UUID request, UUID speaker, int start) {
        return change(
                plan,
                "/talks/" + request + "/move",
                Map.of("speaker", speaker.toString(), "start", Integer.toString(start)));
    }

    private HttpResponse<String> pin(UUID plan, UUID request, boolean pinned) {
        return change(plan, "/talks/" + request + "/pin", Map.of("pinned", Boolean.toString(pinned)));
    }

    private HttpResponse<String> change(UUID plan, String path, Map<String, String> values) {
        var form = new HashMap<>(values);
        form.putIfAbsent("version", Integer.toString(desk.plan(plan).version()));
        return desk.visit.post("/plans/" + plan + path, form);
    }

    @Test
    void the_table_for_dragging_allows_what_the_evaluator_allows_at_the_price_that_it_finds()
            throws InterruptedException {
        programme.available(0, 1, 2, 3);
        programme.booked(3, 1, programme.at(0, 11));
        var requests = programme.requests(0, 0, 1, 2, 3);
        var id = desk.draft();
        var problem = problem(id);
        var now = new ArrayList<>(problem.pinned());
        now.addAll(assignments(id));
        var cost = Evaluation.of(problem, Plan.of(now)).cost();
        var speakers = speakers(id);
        var allowed = 0;
        var refused = 0;
        for (var request : requests.subList(0, 3)) {
            var table = read("/plans/" + id + "/talks/" + request + "/openings.json");
            for (var number = 0; number < speakers.size(); number++) {
                for (var start = 8 * 60; start <= 17 * 60; start += 20) {
                    var change = opening(table, number, start);
                    var evaluation = Evaluation.of(
                            problem,
                            Plan.of(now).with(new Assignment(request.toString(), speakers.get(number), start)));
                    assertThat(change == null)
                            .as("talk %s, speaker %d, minute %d: %s", request, number, start, evaluation.violations())
                            .isEqualTo(!evaluation.violations().isEmpty());
                    if (change == null) {
                        refused++;
                    } else {
                        assertThat(sum(table.get("changes").get(change)))
                                .isEqualTo(evaluation.cost().minus(cost).total());
                        allowed++;
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    private static @org.jspecify.annotations.Nullable Integer opening(JsonNode table, int speaker, int start) {
        for (var open : table.get("open")) {
            if (open.get(0).asInt() == speaker
                    && open.get(1).asInt() <= start
                    && start <= open.get(2).asInt()) {
                return open.get(3).asInt();
            }
        }
        return null;
    }

    private static long sum(JsonNode terms) {
        return StreamSupport.stream(terms.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    @Test
    void a_drop_on_a_double_booking_is_answered_in_words_and_changes_nothing() throws InterruptedException {
        programme.available(0);
        var first = programme.request(0, city.topics().getFirst(), 0, 10, 10);
        var second = programme.request(1, city.topics().getFirst(), 1, 9, 16);
        var id = desk.draft();
        var before = standing(id);
        assertThat(before).containsKeys(first, second);

        var other = programme.request(0, city.topics().getFirst(), 0, 10, 10);
        assertThat(move(id, other, city.speakers().getFirst(), 600).statusCode())
                .isEqualTo(404);
        var refused = move(id, second, city.speakers().getFirst(), 600);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("10:00")
                .contains("讲员" + city.villages().getFirst().name());
        var late = change(
                id,
                "/talks/" + second + "/move",
                Map.of("speaker", city.speakers().getFirst().toString(), "start", "2040", "version", "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json.readTree(late.body()).get("refused").size()).isEqualTo(1);
        assertThat(standing(id)).isEqualTo(before);
    }

    @Test
    void steps_are_taken_back_one_after_the_other_to_the_very_rows() throws InterruptedException {
        programme.available(0, 1);
        var requests = programme.requests(0, 1);
        var nobody = programme.request(0, programme.foreignTopic());
        var id = desk.draft();
        var states = new ArrayList<Map<UUID, Standing>>();
        var costs = new ArrayList<String>();
        var steps = List.<Runnable>of(
                () -> assertThat(move(id, requests.getFirst(), city.speakers().get(1), 14 * 60)
                                .statusCode())
                        .isEqualTo(200),
                () -> assertThat(pin(id, requests.get(1), true).statusCode()).isEqualTo(200),
                () -> assertThat(change(id, "/talks/" + requests.getFirst() + "/leave-out", Map.of())
                                .statusCode())
                        .isEqualTo(200));
        for (var step : steps) {
            states.add(standing(id));
            costs.add(cost(id));
            step.run();
            assertThat(standing(id)).isNotEqualTo(states.getLast());
        }
        assertThat(pin(id, nobody, true).statusCode()).isEqualTo(409);
        for (var state : states.reversed()) {
            assertThat(change(id, "/undo", Map.of()).statusCode()).isEqualTo(200);
            assertThat(standing(id)).isEqualTo(state);
            assertThat(cost(id)).isEqualTo(costs.removeLast());
        }
        assertThat(change(id, "/undo", Map.of()).statusCode()).isEqualTo(409);
        assertThat(cities.count("select count(*) from plan_unserved where plan_id = ?", id))
                .isEqualTo(1);
    }

    private String cost(UUID plan) {
        return programme.text("select cost::text || served from plan where id = ?", plan);
    }

    @Test
    void a_part_planned_again_moves_its_own_talks_only_and_no_pin_and_can_be_put_back() throws InterruptedException {
        programme.available(0, 1, 2, 3);
        var requests = programme.requests(0, 1, 2, 3);
        var id = desk.draft();
        // Each village's talk is given by a speaker of the other town: worse than what the planner finds.
        for (var number = 0; number < 4; number++) {
            var speaker = city.speakers().get((number + 2) % 4);
            var answer = move(id, requests.get(number), speaker, latest(id, requests.get(number), speaker));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            if (number != 1) {
                pin(id, requests.get(number), false);
            }
        }
        var before = standing(id);
        var chosen = requests.subList(0, 2);
        var over = replan(id, chosen.stream().map(UUID::toString).collect(Collectors.joining(",")));
        assertThat(over).isEqualTo("DONE");

        var after = standing(id);
        assertThat(after.get(requests.getFirst())).isNotEqualTo(before.get(requests.getFirst()));
        for (var other : requests.subList(1, 4)) {
            assertThat(after.get(other)).isEqualTo(before.get(other));
        }
        var all = new ArrayList<>(problem(id).pinned());
        all.addAll(assignments(id));
        var evaluation = Evaluation.of(problem(id), Plan.of(all));
        assertThat(evaluation.violations()).isEmpty();
        assertThat(programme.text("select sum(value::bigint)::text from plan, jsonb_each_text(cost) where id = ?", id))
                .isEqualTo(Long.toString(evaluation.cost().total()));
        assertThat(desk.visit.get("/plans/" + id + "/part").body()).contains("data-part-back");

        assertThat(change(id, "/undo", Map.of()).statusCode()).isEqualTo(200);
        assertThat(standing(id)).isEqualTo(before);
        assertThat(desk.visit.get("/plans/" + id + "/part").body()).doesNotContain("data-part-back");
    }

    /// The last minute at which that speaker could begin the talk.
    private int latest(UUID plan, UUID request, UUID speaker) {
        var number = speakers(plan).indexOf(speaker.toString());
        var table = read("/plans/" + plan + "/talks/" + request + "/openings.json");
        return StreamSupport.stream(table.get("open").spliterator(), false)
                .filter(open -> open.get(0).asInt() == number)
                .mapToInt(open -> open.get(2).asInt())
                .max()
                .orElseThrow();
    }

    /// Plans these again, and stops as soon as the search goes.
    private String replan(UUID id, String talks) throws InterruptedException {
        var answer = change(id, "/part", Map.of("talks", talks, "seconds", "30"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            var state =
                    programme.text("select state from plan_replan where plan_id = ? order by made_at desc limit 1", id);
            if (state.equals("DONE") || state.equals("NOTHING") || state.equals("FAILED")) {
                return state;
            }
            var served = programme.text("""
                    select coalesce(j.detail ->> 'served', '') from plan_replan r join job j on j.id = r.job_id
                    where r.plan_id = ? order by r.made_at desc limit 1
                    """, id);
            if (!served.isEmpty()) {
                desk.visit.post("/plans/" + id + "/part/stop", Map.of());
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the part was not planned within a minute");
    }

    @Test
    void a_part_is_refused_when_nothing_was_chosen_or_the_plan_is_another_by_now() throws InterruptedException {
        programme.available(0);
        var request = programme.requests(0).getFirst();
        var id = desk.draft();
        assertThat(change(id, "/part", Map.of()).statusCode()).isEqualTo(422);
        assertThat(change(id, "/part", Map.of("talks", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(change(id, "/part", Map.of("talks", request.toString(), "version", "0"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(change(id, "/part", Map.of("talks", request.toString(), "seconds", "3600"))
                        .statusCode())
                .isEqualTo(422);
        var foreign = visitor.as(city.counties().get(1).officer());
        for (var path : List.of("/part", "/part/running", "/speakers.json", "/talks/" + request + "/openings.json")) {
            assertThat(foreign.get("/plans/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(cities.count("select count(*) from plan_replan where plan_id = ?", id))
                .isZero();
    }
}
