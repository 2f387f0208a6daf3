package lectern.org.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.Secrets;
import lectern.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// One-time links by which somebody sets his own password, so that nobody else ever knows it. Only their SHA-256 is
/// kept; a new link of an account makes the older ones useless.
@Component
class PasswordLinks {
    static final Duration VALID = Duration.ofDays(3);

    /// Whom a link is for.
    record Holder(UUID accountId, UUID cityId, String path, String login, String name) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The secret of a fresh link.
    @Transactional
    public String make(UUID accountId) {
        var secret = Secrets.random();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update password_link set used_at = :now where account_id = :account and used_at is null")
                .param("now", now)
                .param("account", accountId)
                .update();
        jdbc.sql("insert into password_link (token_hash, account_id, made_at) values (:hash, :account, :now)")
                .param("hash", Sha256.of(secret))
                .param("account", accountId)
                .param("now", now)
                .update();
        return secret;
    }

    /// Whom the link is for; empty when it was used, is too old, or its account is disabled.
    @Transactional(readOnly = true)
    public Optional<Holder> holder(String secret) {
        return jdbc.sql("""
                        select s.id as account_id, s.city_id, s.path, s.login, s.name
                        from password_link l join sign_in s on s.id = l.account_id
                        where l.token_hash = :hash and l.used_at is null and l.made_at > :since
                        """)
                .param("hash", Sha256.of(secret))
                .param("since", Timestamp.from(clock.instant().minus(VALID)))
                .query(Holder.class)
                .optional();
    }

    /// Uses the link up. Of two at the same moment one succeeds.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(String secret) {
        return jdbc.sql("update password_link set used_at = :now where token_hash = :hash and used_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", Sha256.of(secret))
                        .update()
                == 1;
    }
}
