package lectern.org.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Checks who wants to come in.
@Component
class SignIn {
    /// What came of a try.
    sealed interface Outcome {
        record Entered(SignedIn signedIn) implements Outcome {}

        /// Name or password is wrong; which of them is not said.
        record Wrong() implements Outcome {}

        /// The account exists and the password is right, but no role is granted to it.
        record WithoutRole() implements Outcome {}

        /// The password is right and must be renewed first.
        record Expired(UUID accountId) implements Outcome {}

        record MustWait(Duration left) implements Outcome {}
    }

    private record Known(UUID id, String passwordHash, int epoch, Instant passwordChangedAt) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final PasswordPolicy policy;
    private final String hashOfNobody;

    SignIn(JdbcClient jdbc, PasswordEncoder passwords, Throttle throttle, PasswordPolicy policy) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.policy = policy;
        this.hashOfNobody = passwords.encode("a password that nobody has");
    }

    Outcome attempt(String typed, String password, String address) {
        var login = typed.strip().toLowerCase(Locale.ROOT);
        var wait = throttle.wait(login, address);
        if (wait.isPresent()) {
            return new Outcome.MustWait(wait.get());
        }
        var known = find(login);
        // An unknown name takes as long as a wrong password, so that names cannot be found out by the clock.
        var right = matches(password, known.map(Known::passwordHash).orElse(hashOfNobody)) && known.isPresent();
        if (!right) {
            throttle.failed(login, address);
            return new Outcome.Wrong();
        }
        throttle.succeeded(login, address);
        if (policy.isExpired(known.get().passwordChangedAt())) {
            return new Outcome.Expired(known.get().id());
        }
        return firstGrant(known.get().id())
                .<Outcome>map(grant -> new Outcome.Entered(
                        new SignedIn(known.get().id(), grant, known.get().epoch())))
                .orElseGet(Outcome.WithoutRole::new);
    }

    private boolean matches(String password, String hash) {
        try {
            return passwords.matches(password, hash);
        } catch (IllegalArgumentException notAHash) {
            return false; // accounts of the demo city have none
        }
    }

    /// For the demo's "enter as" only: no password is asked.
    Optional<SignedIn> enterAs(String login) {
        return find(login)
                .flatMap(known -> firstGrant(known.id()).map(grant -> new SignedIn(known.id(), grant, known.epoch())));
    }

    private Optional<Known> find(String login) {
        return jdbc.sql("select id, password_hash, epoch, password_changed_at from sign_in where login = :login")
                .param("login", login)
                .query((row, number) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getInt("epoch"),
                        row.getTimestamp("password_changed_at").toInstant()))
                .optional();
    }

    private Optional<UUID> firstGrant(UUID accountId) {
        return jdbc.sql("select id from sign_in_grant where account_id = :account order by id limit 1")
                .param("account", accountId)
                .query(UUID.class)
                .optional();
    }
}
