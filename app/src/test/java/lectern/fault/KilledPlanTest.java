package lectern.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// A server goes down while a plan is made: the plan is made all the same, once, and nothing else has changed.
class KilledPlanTest {
    private static final int REQUESTS = 4;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(30);
    private Server server;
    private OpenProgramme programme;
    private Visitor.Visit visit;
    private UUID unit;
    private UUID city;

    @BeforeEach
    void anOfficerHasRequestsToPlan() throws Exception {
        Files.createDirectories(Path.of("target"));
        server = new Server(Files.createTempDirectory(Path.of("target"), "killed-plan-"));
        server.awaitReady();
        var made = SmallCity.with(server::owner).make();
        city = made.city().id();
        programme = new OpenProgramme(server::owner, made);
        programme.available(0, 1, 2, 3);
        programme.requests(0, 1, 2, 3);
        var officer = made.counties().getFirst().officer();
        unit = officer.unitId();
        programme.run(
                "update account set password_hash = ? where id = ?",
                Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(SmallCity.PASSWORD),
                officer.accountId());
        visit = Visitor.Visit.at(server.address());
        var signedIn = visit.post(
                "/login", Map.of("login", SmallCity.login(officer, "officer"), "password", SmallCity.PASSWORD));
        assertThat(signedIn.statusCode()).isEqualTo(302);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private UUID order(int seconds) {
        var answer = visit.post(
                "/plans",
                Map.of(
                        "name", "下周计划",
                        "unit", unit.toString(),
                        "firstDay", programme.monday.toString(),
                        "lastDay", programme.sunday().toString(),
                        "seconds", Integer.toString(seconds)));
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private String state(UUID plan) {
        return programme.text("select state from plan where id = ?", plan);
    }

    private String jobState(UUID plan) {
        return programme.text("select state from job where subject_id = ?", plan);
    }

    /// Seconds for which the planner says that it has searched.
    private double searched(UUID plan) {
        return Double.parseDouble(
                programme.text("select coalesce(detail ->> 'elapsed', '0') from job where subject_id = ?", plan));
    }

    private long count(String sql, Object... parameters) {
        return Long.parseLong(programme.text(sql, parameters));
    }

    private static void await(Duration patience, String what, BooleanSupplier happened) throws InterruptedException {
        var began = Instant.now();
        while (!happened.getAsBoolean()) {
            if (Duration.between(began, Instant.now()).compareTo(patience) > 0) {
                throw new AssertionError(what + ": not within " + patience);
            }
            Thread.sleep(20);
        }
    }

    /// Whatever moment it was: all of the draft stands or nothing, and outside of it nothing has moved.
    private void wholeOrAbsent(UUID plan) {
        var rows = count("""
                select (select count(*) from plan_assignment where plan_id = ?)
                     + (select count(*) from plan_unserved where plan_id = ?)
                """, plan, plan);
        assertThat(rows).isEqualTo(state(plan).equals("DRAFT") ? REQUESTS : 0);
        assertThat(count("select count(*) from request where city_id = ? and state = 'APPROVED'", city))
                .isEqualTo(REQUESTS);
        assertThat(count("select count(*) from talk where city_id = ?", city)).isZero();
    }

    private void isMadeOnce(UUID plan) {
        assertThat(state(plan)).isEqualTo("DRAFT");
        wholeOrAbsent(plan);
        assertThat(count("select count(*) from job where subject_id = ?", plan)).isEqualTo(1);
        assertThat(count("select served from plan where id = ?", plan)).isEqualTo(REQUESTS);
        assertThat(visit.get("/plans/" + plan).statusCode()).isEqualTo(200);
    }

    private void canBePublished(UUID plan) {
        var version = programme.text("select version::text from plan where id = ?", plan);
        assertThat(visit.post("/plans/" + plan + "/publish", Map.of("version", version))
                        .statusCode())
                .isEqualTo(302);
        assertThat(count("select count(*) from talk where city_id = ?", city)).isEqualTo(REQUESTS);
        assertThat(count("select count(distinct request_id) from talk where plan_id = ?", plan))
                .isEqualTo(REQUESTS);
    }

    @Test
    void a_plan_whose_server_is_killed_is_taken_up_again_within_half_a_minute_and_made_once() throws Exception {
        var begun = order(10);
        killWhen("it has begun", begun, () -> searched(begun) > 0);
        await(
                Duration.ofSeconds(10).plus(TAKEN_UP_WITHIN),
                "made",
                () -> jobState(begun).equals("DONE"));
        isMadeOnce(begun);

        var written = order(10);
        killWhen(
                "its draft has just been written", written, () -> state(written).equals("DRAFT"));
        await(TAKEN_UP_WITHIN, "over", () -> jobState(written).equals("DONE"));
        isMadeOnce(written);
        canBePublished(written);
    }

    private void killWhen(String moment, UUID plan, BooleanSupplier hasCome) throws InterruptedException {
        await(Duration.ofSeconds(60), moment, hasCome);
        server.kill();
        wholeOrAbsent(plan);
        var reached = searched(plan);
        server.startAgain();
        server.awaitReady();
        assertThat(visit.get("/plans/" + plan).statusCode()).isEqualTo(200);
        await(
                TAKEN_UP_WITHIN,
                "taken up again after " + moment,
                () -> searched(plan) < reached || !state(plan).equals("RUNNING"));
    }

    /// A server that stops gives a job some seconds to end. What has been found by then is kept, and the page says so.
    @Test
    void a_plan_whose_server_is_stopped_in_peace_keeps_the_best_so_far_and_says_so() throws Exception {
        var plan = order(60);
        await(TAKEN_UP_WITHIN, "searched", () -> searched(plan) >= 1);
        server.close();
        server.startAgain();
        server.awaitReady();
        await(TAKEN_UP_WITHIN, "over", () -> jobState(plan).equals("CANCELLED"));
        isMadeOnce(plan);
        assertThat(visit.get("/plans/" + plan).body()).contains("计算提前停止了");
        canBePublished(plan);
    }
}
