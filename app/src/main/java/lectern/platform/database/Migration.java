package lectern.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/// Brings the schema up to date as its owner, before the application opens its first connection.
final class Migration {
    private Migration() {}

    static void run(Credentials credentials) {
        try (var owner = DriverManager.getConnection(
                credentials.url(),
                credentials.owner().user(),
                credentials.owner().password())) {
            refuseUnsafe(owner);
            ensureApplicationRole(owner, credentials.application());
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "cannot use the database " + credentials.url() + " as "
                            + credentials.owner().user() + ": " + failure.getMessage()
                            + "; check LECTERN_DB_URL, LECTERN_DB_USER, LECTERN_DB_PASSWORD",
                    failure);
        }
        Flyway.configure()
                .dataSource(
                        credentials.url(),
                        credentials.owner().user(),
                        credentials.owner().password())
                .placeholders(java.util.Map.of("app", credentials.application().user()))
                .load()
                .migrate();
    }

    /// A server that may lose an acknowledged commit, or is too old, is refused.
    private static void refuseUnsafe(Connection owner) throws SQLException {
        var version = Integer.parseInt(show(owner, "server_version_num"));
        if (version < 150000) {
            throw new IllegalStateException("PostgreSQL 15 or newer is needed, the server says " + version);
        }
        for (var setting : new String[] {"fsync", "synchronous_commit"}) {
            if (show(owner, setting).equals("off")) {
                throw new IllegalStateException(
                        setting + " is off: an acknowledged report could be lost. Turn it on in postgresql.conf");
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void ensureApplicationRole(Connection owner, Credentials.Login application) throws SQLException {
        try (var known = owner.prepareStatement("select rolsuper or rolbypassrls from pg_roles where rolname = ?")) {
            known.setString(1, application.user());
            try (var row = known.executeQuery()) {
                if (!row.next()) {
                    createRole(owner, application);
                } else if (row.getBoolean(1)) {
                    throw new IllegalStateException(
                            "the role " + application.user() + " may bypass row-level security; name another one");
                }
            }
        }
    }

    private static void createRole(Connection owner, Credentials.Login application) throws SQLException {
        try (var create = owner.prepareStatement("select format('create role %I login password %L', ?, ?)");
                var statement = owner.createStatement()) {
            create.setString(1, application.user());
            create.setString(2, application.password());
            try (var row = create.executeQuery()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }
}
