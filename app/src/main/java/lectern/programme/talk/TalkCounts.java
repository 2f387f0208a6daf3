package lectern.programme.talk;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many talks wait for somebody, in scope. Each counts in an index of just those.
@Component
public class TalkCounts {
    private final JdbcClient jdbc;

    TalkCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Without a speaker.
    @Transactional(readOnly = true)
    public long open(Instant now) {
        return jdbc.sql("select count(*) from talk where state = 'OPEN' and ends_at >= :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /// Until that day, with a speaker who has not answered.
    @Transactional(readOnly = true)
    public long unanswered(LocalDate until, Instant now) {
        return jdbc.sql("select count(*) from talk where state = 'OFFERED' and starts_at >= :now and day <= :until")
                .param("now", Timestamp.from(now))
                .param("until", Date.valueOf(until))
                .query(Long.class)
                .single();
    }

    /// Begun and without a headcount.
    @Transactional(readOnly = true)
    public long withoutHeadcount(Instant now) {
        return jdbc.sql("select count(*) from talk where state = 'ACCEPTED' and starts_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
