package lectern.org.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down whoever guesses passwords, by account and address together: an attacker elsewhere cannot lock the owner
/// out. All nodes share it through the database.
@Component
class Throttle {
    /// So many failures are free.
    static final int FREE = 5;

    /// The wait doubles with each further failure, up to this.
    static final Duration LONGEST = Duration.ofMinutes(15);

    private record Failures(int count, java.time.Instant lastAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// How long this address must still wait before it may try that account again.
    @Transactional(readOnly = true)
    public Optional<Duration> wait(String login, String address) {
        return jdbc.sql("select failures, last_at from login_failure where login = :login and address = :address")
                .param("login", login)
                .param("address", address)
                .query((row, number) ->
                        new Failures(row.getInt(1), row.getTimestamp(2).toInstant()))
                .optional()
                .map(known -> Duration.between(clock.instant(), known.lastAt().plus(pause(known.count()))))
                .filter(left -> left.isPositive());
    }

    static Duration pause(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(15L << Math.min(failures - FREE, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String login, String address) {
        jdbc.sql("""
                        insert into login_failure (login, address, failures, last_at) values (:login, :address, 1, :now)
                        on conflict (login, address) do update set last_at = :now,
                            failures = case when login_failure.last_at < :forgotten then 1 else login_failure.failures + 1 end
                        """)
                .param("login", login)
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .param("forgotten", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String login, String address) {
        jdbc.sql("delete from login_failure where login = :login and address = :address")
                .param("login", login)
                .param("address", address)
                .update();
    }
}
