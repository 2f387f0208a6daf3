package lectern.platform.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import lectern.platform.Settings;
import lectern.platform.database.OwnerAccess;
import org.slf4j.LoggerFactory;

/// `lectern verify [--data FOLDER]`: says whether the audit is whole, entry by entry where it is not.
public final class VerifyCommand {
    private VerifyCommand() {}

    /// @param words of the command line, `verify` first
    /// @param environment for `LECTERN_DB_URL` and its like
    /// @return the exit code: 0 whole, 1 not whole, 2 not checked
    public static int run(String[] words, Map<String, String> environment, Appendable out) throws IOException {
        quieten();
        try (var database = OwnerAccess.open(settings(words, environment));
                var connection = database.open()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return tell(AuditCheck.run(connection), out);
        } catch (IOException | IllegalArgumentException | SQLException unusable) {
            out.append(unusable.getMessage()).append('\n');
            return 2;
        }
    }

    /// The embedded database tells every step of its start; here only what was found matters.
    private static void quieten() {
        if (LoggerFactory.getLogger("io.zonky.test") instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }

    private static Settings settings(String[] words, Map<String, String> environment) {
        var data = "data";
        for (var index = 1; index < words.length; index += 2) {
            if (!words[index].equals("--data") || index + 1 == words.length) {
                throw new IllegalArgumentException(
                        "unknown word '" + words[index] + "': lectern verify knows --data FOLDER");
            }
            data = words[index + 1];
        }
        return new Settings(
                Path.of(data),
                false,
                new Settings.External(
                        environment.get("LECTERN_DB_URL"),
                        environment.getOrDefault("LECTERN_DB_USER", "lectern_owner"),
                        environment.getOrDefault("LECTERN_DB_PASSWORD", ""),
                        environment.getOrDefault("LECTERN_DB_APPUSER", "lectern_app"),
                        Objects.requireNonNullElse(environment.get("LECTERN_DB_APPPASSWORD"), "")),
                null);
    }

    private static int tell(AuditCheck.Report report, Appendable out) throws IOException {
        for (var finding : report.findings()) {
            out.append("%s entry %d: %s%n".formatted(finding.path(), finding.seq(), words(finding)));
        }
        out.append("%,d entries in %,d chains: %s%n"
                .formatted(
                        report.entries(),
                        report.chains(),
                        report.isWhole() ? "all whole" : report.findings().size() + " faults"));
        return report.isWhole() ? 0 : 1;
    }

    private static String words(AuditCheck.Finding finding) {
        return switch (finding.fault()) {
            case CHANGED ->
                "changed after it was written (%s by %s, %s)".formatted(finding.act(), finding.actor(), finding.at());
            case MISSING -> "missing";
            case UNCHAINED -> "does not follow from the entry before";
            case CUT_OFF -> "missing, the chain is cut off here";
        };
    }
}
