package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planner.Evaluation;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planning.problem.StoredProblems;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class WhyTest {
    private static final Pattern OPTION = Pattern.compile(
            "name=\"speaker\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"start\" value=\"([^\"]+)\">"
                    + ".*?合计 ([+−\\d,]+)",
            Pattern.DOTALL);

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

    SmallCity.Made city;
    OpenProgramme programme;
    Desk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        desk = new Desk(city.counties().getFirst().officer(), visitor, plans, programme);
    }

    private List<Assignment> assignments(UUID id) {
        var horizon = desk.plan(id).horizon(SmallCity.ZONE);
        return SmallCity.as(
                desk.officer,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(
                                        "select request_id, speaker_id, starts_at from plan_assignment where plan_id = ?")
                                .param(id)
                                .query((row, number) -> new Assignment(
                                        row.getString(1),
                                        row.getString(2),
                                        horizon.minute(row.getTimestamp(3).toInstant())))
                                .list())));
    }

    @Test
    void every_total_shown_is_what_the_evaluator_finds_for_that_change() throws InterruptedException {
        programme.available(0, 1, 2, 3);
        var requests = programme.requests(0, 0, 1, 2, 3);
        var id = desk.draft();
        var problem = SmallCity.as(
                desk.officer,
                () -> problems.read(Objects.requireNonNull(desk.plan(id).problemFile())));
        var horizon = desk.plan(id).horizon(SmallCity.ZONE);
        var now = Plan.of(assignments(id));
        var cost = Evaluation.of(problem, now).cost();
        var compared = 0;
        for (var request : requests) {
            var shown = OPTION.matcher(
                    desk.visit.get("/plans/" + id + "/talks/" + request).body());
            while (shown.find()) {
                var start = horizon.minute(java.time.LocalDateTime.parse(shown.group(2))
                        .atZone(SmallCity.ZONE)
                        .toInstant());
                var evaluation =
                        Evaluation.of(problem, now.with(new Assignment(request.toString(), shown.group(1), start)));
                assertThat(evaluation.violations()).isEmpty();
                assertThat(Long.parseLong(shown.group(3)
                                .replace(",", "")
                                .replace("−", "-")
                                .replace("+", "")))
                        .isEqualTo(evaluation.cost().minus(cost).total());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void each_place_of_the_funnel_leads_to_its_people_with_what_keeps_each_away_and_a_step()
            throws InterruptedException {
        programme.availableOn(0, 0, 8, 18);
        programme.availableOn(1, 3, 8, 12);
        programme.availableOn(2, 2, 9, 10);
        programme.request(1, city.topics().getFirst(), 3, 9, 11);
        var late = programme.request(0, city.topics().getFirst(), 2, 9, 9);
        var rare = programme.request(0, programme.foreignTopic());
        var id = desk.draft();
        var talk = "/plans/" + id + "/talks/" + late;

        var detail = desk.visit.get(talk).body();
        assertThat(detail).contains("stage=available&side=lost").contains("data-narrowest");
        var away = desk.visit.get(talk + "/people?stage=available&side=lost").body();
        assertThat(people(away))
                .containsExactlyInAnyOrder(
                        city.speakers().get(0), city.speakers().get(1));
        assertThat(away)
                .contains("最接近的可宣讲时间")
                .contains("/speakers/" + city.speakers().get(0) + "/availability?from=" + programme.monday.plusDays(2));
        assertThat(people(desk.visit.get(talk + "/people?stage=skills").body())).hasSize(3);
        var lacking = desk.visit
                .get("/plans/" + id + "/talks/" + rare + "/people?stage=skills&side=lost")
                .body();
        assertThat(people(lacking)).hasSize(3);
        assertThat(lacking).contains("没有登记这个主题").contains("/edit");
        assertThat(people(desk.visit
                        .get(talk + "/people?stage=available&side=lost&q="
                                + java.net.URLEncoder.encode(
                                        "讲员" + city.villages().get(1).name(), java.nio.charset.StandardCharsets.UTF_8))
                        .body()))
                .containsExactly(city.speakers().get(1));
        for (var wrong : List.of("?stage=nonsense", "?page=-3", "?page=999", "?side=x")) {
            assertThat(desk.visit.get(talk + "/people" + wrong).statusCode()).isEqualTo(200);
        }
    }

    private static List<UUID> people(String body) {
        var found = new ArrayList<UUID>();
        var each = Pattern.compile("data-person=\"([^\"]+)\"").matcher(body);
        while (each.find()) {
            found.add(UUID.fromString(each.group(1)));
        }
        return found;
    }

    @Test
    void whoever_is_nearer_and_excluded_is_named_with_the_rule() throws InterruptedException {
        programme.availableOn(1, 0, 8, 18);
        programme.availableOn(0, 3, 8, 18);
        var request = programme.request(0, city.topics().getFirst());
        var id = desk.draft();
        assertThat(desk.visit.get("/plans/" + id + "/talks/" + request).body())
                .contains("本来更合适、但被规则排除的有 1 位")
                .contains("那时不在可宣讲时间")
                .contains("讲员" + city.villages().get(0).name());
    }

    @Test
    void the_people_of_a_foreign_plan_are_not_found() throws InterruptedException {
        programme.available(0);
        var request = programme.requests(0).getFirst();
        var id = desk.draft();
        var foreign = visitor.as(city.counties().get(1).officer());
        assertThat(foreign.get("/plans/" + id + "/talks/" + request + "/people").statusCode())
                .isEqualTo(404);
        assertThat(desk.visit
                        .get("/plans/" + id + "/talks/" + UUID.randomUUID() + "/people")
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.visit.post("/plans/" + id + "/stop", Map.of()).statusCode())
                .isEqualTo(302);
    }
}
