package lectern.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import lectern.platform.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own under the data folder: full durability, password, loopback only.
///
/// A server that an ended application left behind is stopped first. While it runs, a watch starts it again on the same
/// port when it was killed.
final class EmbeddedServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Map<String, String> SERVER = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "password_encryption", "scram-sha-256",
            "max_connections", "100",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "jit", "off");

    private final Path cluster;
    private final Path runtime;
    private final Secrets secrets;
    private final FolderLock lock;
    private final Thread watch = Thread.ofVirtual().name("database-watch").unstarted(this::keepRunning);
    private EmbeddedPostgres server;
    private volatile boolean closed;

    EmbeddedServer(Path data, Secrets secrets) {
        this.cluster = data.resolve("postgres").toAbsolutePath();
        this.runtime = data.resolve("runtime").toAbsolutePath();
        this.secrets = secrets;
        try {
            lock = FolderLock.take(data);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken.getMessage(), taken);
        }
        try {
            LeftBehindServer.stop(cluster);
            server = Files.exists(cluster.resolve("lectern.ready")) ? start(0, superuserPassword()) : create();
        } catch (IOException failure) {
            throw new UncheckedIOException("could not start the database in " + cluster, failure);
        }
        watch.start();
    }

    @Override
    public Credentials credentials() {
        return new Credentials(
                server.getJdbcUrl("postgres", "lectern").replaceAll("\\?.*", ""),
                new Credentials.Login("lectern_owner", secrets.named("database.owner")),
                new Credentials.Login("lectern_app", secrets.named("database.application")));
    }

    /// The first start: the folder is made, trusts loopback just long enough to get its passwords, then starts again.
    private EmbeddedPostgres create() throws IOException {
        Files.createDirectories(cluster.getParent());
        try (var fresh = start(0, null)) {
            giveRolesAndDatabase(fresh.getPostgresDatabase());
        } catch (SQLException failure) {
            throw new IOException("could not set up the database", failure);
        }
        Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(cluster.resolve("lectern.ready"), "");
        return start(0, superuserPassword());
    }

    private EmbeddedPostgres start(int port, @Nullable String password) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(runtime.toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60));
        SERVER.forEach(builder::setServerConfig);
        if (port > 0) {
            builder.setPort(port);
        }
        if (password != null) {
            builder.setConnectConfig("password", password);
        }
        return builder.start();
    }

    private void giveRolesAndDatabase(DataSource asSuperuser) throws SQLException {
        try (var connection = asSuperuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role lectern_owner login password '" + secrets.named("database.owner") + "'");
            statement.execute("create role lectern_app login password '" + secrets.named("database.application") + "'");
            statement.execute("create database lectern owner lectern_owner");
            statement.execute("alter role postgres password '" + superuserPassword() + "'");
        }
    }

    private String superuserPassword() {
        return secrets.named("database.superuser");
    }

    private void keepRunning() {
        while (!closed) {
            try {
                Thread.sleep(300);
                if (!closed && !LeftBehindServer.isRunning(cluster)) {
                    restart();
                }
            } catch (InterruptedException stop) {
                return;
            } catch (IOException | RuntimeException failure) {
                LOG.warn("The database is not back yet: {}", failure.toString());
            }
        }
    }

    private synchronized void restart() throws IOException {
        if (closed) {
            return;
        }
        LOG.warn("The database was ended from outside; starting it again");
        var port = server.getPort();
        server.close(); // there is nothing to stop any more, but it gives up its lock on the folder
        server = start(port, superuserPassword());
        LOG.info("The database is back");
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.interrupt();
        try {
            Objects.requireNonNull(server).close();
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("could not stop the database in " + cluster, failure);
        }
    }
}
