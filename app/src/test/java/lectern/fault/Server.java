package lectern.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/// The application in a process of its own, so that it can be killed.
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    /// With a database of its own.
    Server(Path data) {
        this(data, Map.of());
    }

    /// @param settings as an operator would put them into the environment
    private Server(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.process = launch();
    }

    /// A second node on this one's database; the data folder, with files and secrets, is shared. Close it first.
    Server secondNode() {
        return new Server(
                data, Map.of("LECTERN_DB_URL", databaseUrl(), "LECTERN_DB_PASSWORD", secret("database.owner")));
    }

    private Process launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            var application = new ProcessBuilder(
                            java,
                            "-Xmx512m",
                            // It lives for minutes: to start soon saves more than to run fast.
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "lectern.Lectern",
                            "serve",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()));
            application.environment().putAll(settings);
            return application.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where what people handed in is kept.
    Path files() {
        return data.resolve("files");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Waits until it says that it can be used.
    Duration awaitReady() {
        var began = Instant.now();
        var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (Duration.between(began, Instant.now()).compareTo(PATIENCE) < 0) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return Duration.between(began, Instant.now());
                    }
                } catch (ConnectException notYet) {
                    // it is still starting
                } catch (IOException interrupted) {
                    // it was killed while it answered
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not ready within " + PATIENCE + ": see the log beside " + data);
    }

    /// kill -9 of the application; its database lives on, as it would.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() {
        process = launch();
    }

    /// kill -9 of PostgreSQL and all its children.
    void killDatabase() {
        ProcessHandle.of(postmaster()).ifPresent(main -> {
            var children = main.descendants().toList();
            main.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private long postmaster() {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    private java.util.List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A connection of the schema's owner, for independent checks.
    Connection owner() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "lectern_owner", secret("database.owner"));
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "postgres", secret("database.superuser"));
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/lectern";
    }

    private String secret(String name) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return secrets.getProperty(name);
    }

    /// Ends the application in peace, and with it its database.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
