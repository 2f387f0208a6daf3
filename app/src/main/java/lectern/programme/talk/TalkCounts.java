package lectern.programme.talk;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How much waits for the officer, in scope. One query.
@Component
public class TalkCounts {
    /// @param asked requests that wait for a decision
    /// @param approved requests that wait to be planned
    /// @param open talks without a speaker
    /// @param unanswered talks until tomorrow whose speaker has not answered
    /// @param missing talks that began and have no headcount
    public record Waiting(long asked, long approved, long open, long unanswered, long missing) {}

    private final JdbcClient jdbc;

    TalkCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Waiting of(Instant now, LocalDate tomorrow) {
        return jdbc.sql("""
                        select (select count(*) from request where state = 'ASKED'),
                               (select count(*) from request where state = 'APPROVED'),
                               (select count(*) from talk where state = 'OPEN' and ends_at >= :now),
                               (select count(*) from talk where state = 'OFFERED' and starts_at >= :now and day <= :tomorrow),
                               (select count(*) from talk where state = 'ACCEPTED' and starts_at <= :now)
                        """)
                .param("now", Timestamp.from(now))
                .param("tomorrow", Date.valueOf(tomorrow))
                .query((row, number) ->
                        new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }
}
