package lectern.platform.database;

import static java.util.Objects.requireNonNull;

import lectern.platform.Secrets;
import lectern.platform.Settings;

/// A PostgreSQL that the operator runs, named by `LECTERN_DB_URL`.
record ExternalServer(Credentials credentials) implements DatabaseServer {
    static ExternalServer of(Settings.External settings, Secrets secrets) {
        var url = requireNonNull(settings.url(), "lectern.db.url");
        var given = settings.appPassword();
        return new ExternalServer(new Credentials(
                url,
                new Credentials.Login(settings.user(), settings.password()),
                new Credentials.Login(
                        settings.appUser(), given != null ? given : secrets.named("database.application"))));
    }

    @Override
    public void close() {}
}
