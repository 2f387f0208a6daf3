package lectern.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL process of a data folder, known by its `postmaster.pid`. After kill -9 of the application it lives on
/// and holds the folder; the next start stops it cleanly.
final class LeftBehindServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehindServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LeftBehindServer() {}

    static boolean isRunning(Path cluster) {
        return process(cluster).isPresent();
    }

    static void stop(Path cluster) throws IOException {
        var running = process(cluster);
        if (running.isEmpty()) {
            return;
        }
        LOG.info(
                "Stopping the database that an earlier run left behind (process {})",
                running.get().pid());
        interrupt(running.get());
        var giveUp = Instant.now().plus(PATIENCE);
        while (running.get().isAlive()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IOException("a database from an earlier run still holds " + cluster + " (process "
                        + running.get().pid()
                        + "): is another Lectern running there? End it, or choose another --data");
            }
            pause();
        }
    }

    /// The process named in postmaster.pid, if it is a PostgreSQL of that folder and not a later process of that
    /// number.
    private static Optional<ProcessHandle> process(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(LeftBehindServer::isPostgres);
        } catch (IOException | RuntimeException missingOrHalfWritten) {
            return Optional.empty();
        }
    }

    /// A process that has ended but was not yet cleared away shows no command.
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    /// SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing committed is lost.
    private static void interrupt(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database to stop", stop);
        }
    }
}
