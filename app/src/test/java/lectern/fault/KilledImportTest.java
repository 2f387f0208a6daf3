package lectern.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server goes down when all speakers of a sheet are written and nothing is committed: none is there, and the next
/// server brings all of them in, once.
class KilledImportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROWS = 500;
    private Server server;
    private SmallCity cities;
    private SmallCity.Made city;
    private Visitor.Visit visit;

    @BeforeEach
    void anOfficerIsSignedIn() throws Exception {
        Files.createDirectories(Path.of("target"));
        server = new Server(Files.createTempDirectory(Path.of("target"), "killed-import-"));
        server.awaitReady();
        cities = SmallCity.with(server::owner);
        city = cities.make();
        var officer = city.counties().getFirst().officer();
        cities.givePasswords(officer);
        visit = Visitor.Visit.at(server.address());
        assertThat(visit.post(
                                "/login",
                                Map.of("login", SmallCity.login(officer, "officer"), "password", SmallCity.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void an_import_whose_server_is_killed_is_absent_and_then_whole() throws Exception {
        var imported = hand();
        try (var owner = server.owner()) {
            // Rows are settled after everything is written: there the import waits for this.
            owner.setAutoCommit(false);
            run(owner, "lock table sheet_import_row in share mode");
            assertThat(visit.post("/imports/" + imported + "/apply", Map.of()).statusCode())
                    .isEqualTo(302);
            await("at the last statement", () -> cities.count("""
                            select count(*) from pg_locks
                            where relation = 'sheet_import_row'::regclass and not granted
                            """) > 0);
            server.kill();
            owner.rollback();
        }
        await("its connection is gone", () -> cities.count("""
                        select count(*) from pg_locks where relation = 'sheet_import_row'::regclass
                        """) == 0);
        assertThat(speakers()).isZero();
        assertThat(state(imported)).isEqualTo("APPLYING");
        assertThat(audited()).isZero();

        server.startAgain();
        server.awaitReady();
        await("taken up again", () -> state(imported).equals("APPLIED"));
        assertThat(speakers()).isEqualTo(ROWS);
        assertThat(audited()).isEqualTo(1);
        assertThat(visit.get("/imports/" + imported).statusCode()).isEqualTo(200);
    }

    private String hand() throws InterruptedException {
        var codes = city.villages().getFirst().path().split("/");
        var csv = IntStream.range(0, ROWS)
                .mapToObj(row -> "林安" + row + "," + codes[codes.length - 1] + ",志愿者\n")
                .collect(Collectors.joining("", "姓名,单位,来源\n", ""));
        var answer = visit.upload("/imports?kind=speakers", "名单.csv", csv.getBytes(StandardCharsets.UTF_8));
        var place = answer.headers().firstValue("Location").orElseThrow();
        var imported = place.substring(place.lastIndexOf('/') + 1);
        await("checked", () -> state(imported).equals("CHECKED"));
        return imported;
    }

    private String state(String imported) {
        return cities.text("select state from sheet_import where id = ?::uuid", imported);
    }

    private long speakers() {
        return cities.count(
                "select count(*) from speaker where city_id = ? and name like '林安%'",
                city.city().id());
    }

    private long audited() {
        return cities.count(
                "select count(*) from audit_entry where act = 'import-sheet' and path like ?",
                city.city().path() + "%");
    }

    private static void run(Connection owner, String sql) throws Exception {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException {
        var began = Instant.now();
        while (!happened.getAsBoolean()) {
            if (Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new AssertionError(what + ": not within " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }
}
