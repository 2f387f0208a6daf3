package lectern.org.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import lectern.org.Cities;
import lectern.org.City;
import lectern.platform.Secrets;
import lectern.platform.Settings;
import lectern.platform.Sha256;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.database.Scopes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// In demo mode a token for the whole city lies in `<data>/token`, so that the programming interface can be tried at
/// once. One that still works is kept.
@Component
@ConditionalOnProperty(name = "lectern.demo", havingValue = "true")
class DemoToken {
    private static final String NAME = "demo";

    private final Path file;
    private final Cities cities;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Clock clock;

    DemoToken(
            Settings settings,
            Cities cities,
            Tokens tokens,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Audit audit,
            Clock clock) {
        this.file = settings.data().resolve("token");
        this.cities = cities;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /// After the demo city was loaded and before the console says that all is ready.
    @EventListener
    @Order(0)
    void on(ApplicationReadyEvent event) {
        cities.shown().filter(city -> !isKept(city)).ifPresent(this::make);
    }

    private boolean isKept(City city) {
        return written().flatMap(tokens::find).filter(city.scope()::equals).isPresent();
    }

    private Optional<String> written() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private void make(City city) {
        var token = Secrets.random();
        Scopes.run(city.scope(), () -> transactions.executeWithoutResult(status -> store(city, token)));
        write(token);
    }

    private void store(City city, String token) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into api_token (id, city_id, unit_id, path, name, token_hash, created_at)
                        values (:id, :city, :city, :path, :name, :hash, :at)
                        """)
                .param("id", id)
                .param("city", city.id())
                .param("path", city.path())
                .param("name", NAME)
                .param("hash", Sha256.of(token))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record("make-token", "token", id, Map.of("name", NAME));
    }

    private void write(String token) {
        var fresh = file.resolveSibling("token.new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, token + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
