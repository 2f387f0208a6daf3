package lectern.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import lectern.platform.Secrets;
import lectern.platform.Settings;

/// The database of an installation from the command line, as its owner: the one that is running is used, else the
/// embedded one is started for as long as this is open.
public final class OwnerAccess implements OwnerConnections, AutoCloseable {
    /// The line of `postmaster.pid` that holds the port (PostgreSQL's pidfile.h).
    private static final int PORT_LINE = 3;

    private final String url;
    private final Credentials.Login owner;
    private final Optional<DatabaseServer> started;

    private OwnerAccess(String url, Credentials.Login owner, Optional<DatabaseServer> started) {
        this.url = url;
        this.owner = owner;
        this.started = started;
    }

    /// @throws IOException when there is no installation in the data folder
    public static OwnerAccess open(Settings settings) throws IOException {
        if (settings.db().url() != null) {
            return of(ExternalServer.of(settings.db(), new Secrets(settings)));
        }
        var cluster = settings.data().resolve("postgres").toAbsolutePath();
        if (!Files.exists(cluster.resolve("lectern.ready"))) {
            throw new IOException(
                    "there is no Lectern in " + settings.data().toAbsolutePath() + ": name its folder with --data");
        }
        var secrets = new Secrets(settings);
        if (LeftBehindServer.isRunning(cluster)) {
            return new OwnerAccess(
                    "jdbc:postgresql://127.0.0.1:" + port(cluster) + "/lectern",
                    new Credentials.Login("lectern_owner", secrets.named("database.owner")),
                    Optional.empty());
        }
        return of(new EmbeddedServer(settings.data(), secrets));
    }

    private static OwnerAccess of(DatabaseServer server) {
        return new OwnerAccess(server.credentials().url(), server.credentials().owner(), Optional.of(server));
    }

    private static String port(Path cluster) throws IOException {
        return Files.readAllLines(cluster.resolve("postmaster.pid"))
                .get(PORT_LINE)
                .strip();
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    @Override
    public void close() {
        started.ifPresent(DatabaseServer::close);
    }
}
