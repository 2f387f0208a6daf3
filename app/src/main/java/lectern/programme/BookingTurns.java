package lectern.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import lectern.platform.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets bookings that touch the same day of a city come one after the other.
@Component
class BookingTurns {
    private final JdbcClient jdbc;

    BookingTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Two bookings that find each other's talks unfinished would wait for each other until the database ends one of
    /// them. So they come one after the other wherever they touch the same day of a city. Any division of time into
    /// days does that, and everybody takes the days in their order. Going back to a savepoint lets the others on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(SortedSet<Long> days) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('booking ' || :city || ' ' || day, 0))
                        from unnest(:days::bigint[]) as taken (day)
                        """)
                .param("city", Scopes.required().cityId().toString())
                .param("days", days.toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
    }

    static SortedSet<Long> days(Instant from, Instant to) {
        var days = new TreeSet<Long>();
        for (var day = day(from); day <= day(to); day++) {
            days.add(day);
        }
        return days;
    }

    private static long day(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
