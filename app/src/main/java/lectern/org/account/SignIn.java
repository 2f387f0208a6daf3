package lectern.org.account;

import java.time.Duration;
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

        record MustWait(Duration left) implements Outcome {}
    }

    private record Known(UUID id, String passwordHash, int epoch) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final String hashOfNobody;

    SignIn(JdbcClient jdbc, PasswordEncoder passwords, Throttle throttle) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = passwords.encode("a password that nobody has");
    }

    Outcome attempt(String login, String password, String address) {
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
        return jdbc.sql("select id, password_hash, epoch from sign_in where login = lower(:login)")
                .param("login", login.strip())
                .query(Known.class)
                .optional();
    }

    private Optional<UUID> firstGrant(UUID accountId) {
        return jdbc.sql("select id from sign_in_grant where account_id = :account order by id limit 1")
                .param("account", accountId)
                .query(UUID.class)
                .optional();
    }
}
