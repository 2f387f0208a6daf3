package lectern.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lectern.SmallCity;
import lectern.platform.database.Identifiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// A thousand keepers' reports while a server is killed: what was acknowledged is there, once.
class KilledServersTest {
    private static final int REPORTS = 1_000;
    private static final int KILL_AFTER = 200;

    private Server server;
    private Reports phones;
    private List<Reports.Report> reports;

    @BeforeEach
    void aThousandTalksAwaitTheirHeadcount() throws Exception {
        Files.createDirectories(Path.of("target"));
        server = new Server(Files.createTempDirectory(Path.of("target"), "killed-"));
        server.awaitReady();
        var city = SmallCity.with(server::owner).make();
        try (var owner = server.owner()) {
            givePassword(owner);
            reports = talks(owner, city);
        }
        phones = new Reports(server.address(), SmallCity.PASSWORD);
        phones.signIn(
                reports.stream().map(Reports.Report::keeperLogin).distinct().toList());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void killing_the_application_loses_and_doubles_nothing() throws Exception {
        phones.sendAll(reports, KILL_AFTER, server::kill);
        server.startAgain();
        assertThat(server.awaitReady()).isLessThan(Duration.ofSeconds(30));

        assertThat(lost()).isEmpty();
        phones.sendAgain(reports);
        eachReportStandsOnce();
    }

    @Test
    void killing_postgresql_loses_and_doubles_nothing() throws Exception {
        phones.sendAll(reports, KILL_AFTER, server::killDatabase);
        server.awaitReady();

        assertThat(lost()).isEmpty();
        phones.sendAgain(reports);
        eachReportStandsOnce();
    }

    /// The planted fault: a database that acknowledges before it has written. The same check finds what is lost.
    @Test
    void a_database_that_acknowledges_too_early_is_found_out() throws Exception {
        try (var superuser = server.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("alter system set wal_writer_delay = '10s'");
            statement.execute("select pg_reload_conf()");
            statement.execute("alter role lectern_app set synchronous_commit = off");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lectern_app'");
        }
        phones.sendAll(reports, KILL_AFTER, server::killDatabase);
        server.awaitReady();

        assertThat(lost()).isNotEmpty();
    }

    /// Acknowledged reports that the database does not have.
    private Set<UUID> lost() throws SQLException {
        var lost = new HashSet<>(phones.acknowledged());
        try (var owner = server.owner();
                var rows = owner.createStatement().executeQuery("select id from headcount")) {
            while (rows.next()) {
                lost.remove(rows.getObject(1, UUID.class));
            }
        }
        return lost;
    }

    private void eachReportStandsOnce() throws SQLException {
        try (var owner = server.owner();
                var rows = owner.createStatement().executeQuery("""
                        select t.id, count(h.id), min(h.people), t.attendance
                        from talk t left join headcount h on h.talk_id = t.id group by t.id
                        """)) {
            var expected = new java.util.HashMap<UUID, Integer>();
            reports.forEach(report -> expected.put(report.talkId(), report.people()));
            var seen = 0;
            while (rows.next()) {
                var talk = rows.getObject(1, UUID.class);
                assertThat(rows.getInt(2)).as("reports of talk " + talk).isEqualTo(1);
                assertThat(rows.getInt(3)).isEqualTo(expected.get(talk));
                assertThat(rows.getInt(4)).isEqualTo(expected.get(talk));
                seen++;
            }
            assertThat(seen).isEqualTo(REPORTS);
        }
    }

    private static void givePassword(Connection owner) throws SQLException {
        var hash = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(SmallCity.PASSWORD);
        try (var update = owner.prepareStatement("update account set password_hash = ?")) {
            update.setString(1, hash);
            update.executeUpdate();
        }
    }

    private static List<Reports.Report> talks(Connection owner, SmallCity.Made city) throws SQLException, IOException {
        var reports = new ArrayList<Reports.Report>();
        try (var insert = owner.prepareStatement("""
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, ?, 'ACCEPTED', ?)
                """)) {
            for (var number = 0; number < REPORTS; number++) {
                var index = number % city.villages().size();
                var village = city.villages().get(index);
                var id = Identifiers.next();
                var start = Instant.now()
                        .minus(Duration.ofHours(
                                2L + 2L * (number / city.villages().size())));
                insert.setObject(1, id);
                insert.setObject(2, city.city().id());
                insert.setObject(3, village.id());
                insert.setString(4, village.path());
                insert.setObject(5, city.topics().getFirst());
                insert.setObject(6, city.venues().get(index));
                insert.setObject(7, city.speakers().get(index));
                insert.setObject(8, start.atOffset(ZoneOffset.UTC));
                insert.setObject(9, start.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
                insert.setObject(10, LocalDate.ofInstant(start, SmallCity.ZONE));
                insert.setString(11, id.toString());
                insert.addBatch();
                reports.add(new Reports.Report(
                        UUID.randomUUID(),
                        id,
                        20 + number % 60,
                        SmallCity.login(city.keepers().get(index), "keeper")));
            }
            insert.executeBatch();
        }
        return reports;
    }
}
