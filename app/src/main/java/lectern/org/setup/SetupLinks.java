package lectern.org.setup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import lectern.platform.Secrets;
import lectern.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Links that let somebody set the installation up, once. Only their SHA-256 is kept.
@Component
class SetupLinks {
    private static final Duration VALID = Duration.ofHours(24);
    private final JdbcClient jdbc;
    private final Clock clock;

    SetupLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether nobody has set this installation up yet.
    @Transactional(readOnly = true)
    public boolean isNeeded() {
        return jdbc.sql("select not exists (select 1 from city)")
                .query(Boolean.class)
                .single();
    }

    /// A fresh link's secret; links made before no longer work.
    @Transactional
    public String make() {
        var secret = Secrets.random();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update setup_link set used_at = :now where used_at is null")
                .param("now", now)
                .update();
        jdbc.sql("insert into setup_link (token_hash, made_at) values (:hash, :now)")
                .param("hash", Sha256.of(secret))
                .param("now", now)
                .update();
        return secret;
    }

    @Transactional(readOnly = true)
    public boolean isValid(String secret) {
        return jdbc.sql(
                        "select exists (select 1 from setup_link where token_hash = :hash and used_at is null and made_at > :since)")
                .param("hash", Sha256.of(secret))
                .param("since", Timestamp.from(clock.instant().minus(VALID)))
                .query(Boolean.class)
                .single();
    }

    /// Uses the link up, in the transaction of the set-up. Of two at the same moment one succeeds.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(String secret) {
        return jdbc.sql("""
                        update setup_link set used_at = :now
                        where token_hash = :hash and used_at is null and made_at > :since
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", Sha256.of(secret))
                        .param("since", Timestamp.from(clock.instant().minus(VALID)))
                        .update()
                == 1;
    }
}
