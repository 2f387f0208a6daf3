package lectern.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import lectern.platform.Secrets;
import lectern.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path data;

    private EmbeddedServer start() {
        var external = new Settings.External(null, "", "", "", null);
        return new EmbeddedServer(data, new Secrets(new Settings(data, false, external, null)));
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        var credentials = server.credentials();
        return DriverManager.getConnection(
                credentials.url(),
                credentials.owner().user(),
                credentials.owner().password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var row = connection.createStatement().executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void it_is_durable_asks_for_a_password_and_listens_on_loopback_only() throws SQLException {
        try (var server = start();
                var connection = connect(server)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.credentials().url(), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_second_start_finds_what_the_first_one_wrote() throws SQLException {
        try (var server = start();
                var connection = connect(server)) {
            connection.createStatement().execute("create table kept (word text)");
        }
        try (var server = start();
                var connection = connect(server);
                var row = connection.createStatement().executeQuery("select count(*) from kept")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void a_killed_server_comes_back_on_the_same_port_with_what_was_committed() throws Exception {
        try (var server = start()) {
            try (var connection = connect(server)) {
                connection.createStatement().execute("create table kept (word text)");
                connection.createStatement().execute("insert into kept values ('committed')");
            }
            killAll();
            var url = server.credentials().url();
            try (var connection = reconnect(server);
                    var row = connection.createStatement().executeQuery("select word from kept")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("committed");
            }
            assertThat(server.credentials().url()).isEqualTo(url);
        }
    }

    private void killAll() throws Exception {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        var main = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var children = main.descendants().toList();
        main.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Connection reconnect(EmbeddedServer server) throws Exception {
        var giveUp = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                return connect(server);
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(giveUp)) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
