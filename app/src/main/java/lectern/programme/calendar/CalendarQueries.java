package lectern.programme.calendar;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lectern.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the talks of a stretch of days: counted where there are many, page by page where they are listed.
@Component
class CalendarQueries {
    private static final String FILTER = """
            where t.city_id = :city and t.day >= :from and t.day < :until
              and (case when :state = '' then t.state <> 'CANCELLED' else t.state = :state end)
              and (:below = '' or t.path >= :below and t.path < :below || '~')
              and (:venue::uuid is null or t.venue_id = :venue::uuid)
              and (:speaker::uuid is null or t.speaker_id = :speaker::uuid)
              and (:plan::uuid is null or t.plan_id = :plan::uuid)
              and (:topic::uuid is null or t.topic_id = :topic::uuid)
            """;

    private static final String COUNTS = """
            select t.day, case when :byHour then extract(hour from t.starts_at at time zone :zone)::int else 0 end as hour,
                   count(*)::int as talks, count(*) filter (where t.state = 'OPEN')::int as open,
                   count(*) filter (where t.state = 'OFFERED')::int as offered
            """;

    private static final String ROW = """
            select t.id, t.topic, t.unit, t.venue, t.address, t.lat, t.lon, t.starts_at, t.ends_at, t.day, t.state, t.revision,
                   t.changed_at,
            """;

    /// Rows are chosen before their names are looked up, so that the names of other pages are never read.
    private static final String IN_SCOPE =
            ROW + """
            t.speaker from calendar_talk t where t.id in (
                select t.id from talk t
            """ + FILTER + " order by t.starts_at, t.id limit :limit offset :offset) order by t.starts_at, t.id";

    private static final String OWN = ROW
            + "null as speaker from speaker_calendar_talk t "
            + FILTER
            + " order by t.starts_at, t.id limit :limit offset :offset";

    private final JdbcClient jdbc;

    CalendarQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many talks each day has, or each hour of each day; days without any are left out.
    ///
    /// @param until the day behind the last
    @Transactional(readOnly = true)
    public List<DayCount> counts(CalendarFilter filter, LocalDate from, LocalDate until, boolean byHour, ZoneId zone) {
        return filtered(COUNTS + source(filter) + FILTER + " group by 1, 2 order by 1, 2", filter, from, until)
                .param("byHour", byHour)
                .param("zone", zone.getId())
                .query(DayCount.class)
                .list();
    }

    /// The talks of those days in the order of time.
    @Transactional(readOnly = true)
    public List<CalendarTalk> talks(CalendarFilter filter, LocalDate from, LocalDate until, int limit, int offset) {
        return filtered(filter.own() ? OWN : IN_SCOPE, filter, from, until)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> CalendarTalk.of(row))
                .list();
    }

    /// One page of them.
    @Transactional(readOnly = true)
    public Listing<CalendarTalk> list(CalendarFilter filter, LocalDate from, LocalDate until, int page) {
        var total = filtered(Listing.counting(source(filter) + FILTER), filter, from, until)
                .query(Long.class)
                .single();
        var rows =
                total == 0 ? List.<CalendarTalk>of() : talks(filter, from, until, Listing.SIZE, Listing.offset(page));
        return Listing.of(rows, total, Listing.page(page));
    }

    private static String source(CalendarFilter filter) {
        return filter.own() ? "from speaker_calendar_talk t " : "from talk t ";
    }

    private JdbcClient.StatementSpec filtered(String sql, CalendarFilter filter, LocalDate from, LocalDate until) {
        var state = filter.state();
        return jdbc.sql(sql)
                .param("city", filter.cityId())
                .param("from", Date.valueOf(from))
                .param("until", Date.valueOf(until))
                .param("state", state == null ? "" : state.name())
                .param("below", filter.below())
                .param("venue", filter.venue())
                .param("speaker", filter.speaker())
                .param("plan", filter.plan())
                .param("topic", filter.topic());
    }
}
