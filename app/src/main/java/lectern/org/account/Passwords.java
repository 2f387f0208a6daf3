package lectern.org.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets passwords. A new one ends the sessions that the old one began. Works in the scope of the account's own unit.
@Component
class Passwords {
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final PasswordLinks links;
    private final Audit audit;
    private final Clock clock;

    Passwords(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            PasswordLinks links,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.policy = policy;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why the account cannot take that password, as a message key.
    @Transactional(readOnly = true)
    public Optional<String> weakness(UUID accountId, String login, String name, String password) {
        return policy.weakness(password, login, name)
                .or(() -> isRemembered(accountId, password) ? Optional.of("password.before") : Optional.empty());
    }

    private boolean isRemembered(UUID accountId, String password) {
        return jdbc
                .sql("""
                        (select password_hash from account where id = :account and :remembered > 0)
                        union all
                        (select password_hash from password_before where account_id = :account
                         order by replaced_at desc limit :remembered)
                        """)
                .param("account", accountId)
                .param("remembered", Math.max(0, policy.rules().remembered() - 1))
                .query(String.class)
                .stream()
                .anyMatch(hash -> matches(password, hash));
    }

    /// Whether that is the account's password now.
    @Transactional(readOnly = true)
    public boolean isRight(UUID accountId, String password) {
        return jdbc.sql("select password_hash from account where id = :account")
                .param("account", accountId)
                .query(String.class)
                .optional()
                .filter(hash -> matches(password, hash))
                .isPresent();
    }

    private boolean matches(String password, String hash) {
        try {
            return encoder.matches(password, hash);
        } catch (IllegalArgumentException notAHash) {
            return false; // a new account has none yet
        }
    }

    @Transactional
    public void change(UUID accountId, String password) {
        set(accountId, password);
    }

    /// @throws Refusal 422 when the link was used meanwhile
    @Transactional
    public void setByLink(String secret, UUID accountId, String password) {
        if (!links.use(secret)) {
            throw Refusal.invalid("password.link.used");
        }
        set(accountId, password);
    }

    private void set(UUID accountId, String password) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into password_before (account_id, path, password_hash, replaced_at)
                        select id, path, password_hash, :now from account where id = :account
                        """).param("account", accountId).param("now", now).update();
        jdbc.sql("""
                        update account set password_hash = :hash, password_changed_at = :now, epoch = epoch + 1
                        where id = :account
                        """)
                .param("hash", encoder.encode(password))
                .param("now", now)
                .param("account", accountId)
                .update();
        audit.record("set-password", "account", accountId, Map.of());
    }
}
