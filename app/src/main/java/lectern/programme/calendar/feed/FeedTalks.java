package lectern.programme.calendar.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lectern.programme.calendar.CalendarTalk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The talks of a feed: what comes, what was, and what was called off lately, so that programs which hold it learn of
/// it.
@Component
class FeedTalks {
    /// What was called off, and what is over, stays so long.
    static final Duration KEPT = Duration.ofDays(45);

    /// A calendar program is of no use with more; the nearest in time stay.
    static final int MOST_COMING = 1500;

    static final int MOST_PAST = 500;

    private static final String COLUMNS = """
            select t.id, t.topic, t.unit, t.venue, t.address, t.lat, t.lon, %s as speaker, t.starts_at, t.ends_at, t.day, t.state,
                   t.revision, t.changed_at
            """;

    private static final String IN_SCOPE = COLUMNS.formatted("t.speaker") + """
            from calendar_talk t where t.id in (
                select t.id from talk t
                where (:kind = 'UNIT' or :kind = 'VENUE' and t.venue_id = :subject or :kind = 'PLAN' and t.plan_id = :subject)
                  and %1$s order by %2$s limit :most) order by t.starts_at, t.id
            """;

    private static final String OWN = COLUMNS.formatted("null") + """
            from speaker_calendar_talk t where %1$s order by %2$s limit :most
            """;

    private static final String COMING = "t.ends_at >= :now";
    private static final String COMING_ORDER = "t.starts_at, t.id";
    private static final String PAST = """
            t.ends_at < :now and (t.ends_at >= :kept or t.state = 'CANCELLED' and t.changed_at >= :kept)
            """;
    private static final String PAST_ORDER = "t.starts_at desc, t.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedTalks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// In the order of time, within the bound scope of the feed.
    @Transactional(readOnly = true)
    public List<CalendarTalk> of(Feed feed) {
        var talks = new ArrayList<>(read(feed, PAST, PAST_ORDER, MOST_PAST));
        talks.addAll(read(feed, COMING, COMING_ORDER, MOST_COMING));
        return List.copyOf(talks);
    }

    private List<CalendarTalk> read(Feed feed, String when, String order, int most) {
        var now = clock.instant();
        return jdbc.sql((feed.kind() == FeedKind.SPEAKER ? OWN : IN_SCOPE).formatted(when, order))
                .param("kind", feed.kind().name())
                .param("subject", feed.subject())
                .param("now", Timestamp.from(now))
                .param("kept", Timestamp.from(now.minus(KEPT)))
                .param("most", most)
                .query((row, number) -> CalendarTalk.of(row))
                .list();
    }
}
