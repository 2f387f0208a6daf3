package lectern.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.web.Listing;
import lectern.platform.web.Orders;
import lectern.platform.web.Pick;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The speakers of the scope, for lists and pages.
@Component
class SpeakerQueries {
    private static final Duration AHEAD = Duration.ofDays(28);
    private final JdbcClient jdbc;
    private final Clock clock;

    SpeakerQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static final String FILTER = """
            from speaker s left join unit_name u on u.id = s.unit_id
            where position(lower(:q) in lower(s.name)) > 0
              and (:source = '' or s.source = :source)
              and (:tier = 0 or s.tier = :tier)
              and (case when :retired then s.retired_at is not null else s.retired_at is null end)
              and (:below = '' or s.path >= :below and s.path < :below || '~')
              and (cast(:topic as uuid) is null or exists (
                   select from speaker_topic t where t.speaker_id = s.id and t.topic_id = :topic))
              and (cast(:freeFrom as timestamptz) is null or exists (
                   select from availability a
                   where a.speaker_id = s.id and a.starts_at < :freeTo and a.ends_at > :freeFrom
                     and not exists (select from absence b where b.speaker_id = s.id
                                     and b.starts_at <= greatest(a.starts_at, :freeFrom)
                                     and b.ends_at >= least(a.ends_at, :freeTo))))
            """;

    static final Orders ORDERS = new Orders(
            "name",
            Map.of(
                    "name", "s.name collate \"zh-x-icu\", s.id",
                    "-name", "s.name collate \"zh-x-icu\" desc, s.id desc",
                    "tier", "s.tier, s.name collate \"zh-x-icu\", s.id",
                    "-tier", "s.tier desc, s.name collate \"zh-x-icu\", s.id",
                    "born", "s.birth_year, s.name collate \"zh-x-icu\", s.id",
                    "-born", "s.birth_year desc nulls last, s.name collate \"zh-x-icu\", s.id"));

    private static final String LIST = """
            select s.id, s.name, coalesce(u.name, '') as unit_name, s.source, s.tier, s.birth_year, s.month_limit,
                   s.retired_at is not null as retired,
                   (select count(*) from speaker_topic t where t.speaker_id = s.id) as topics,
                   (select count(distinct (a.starts_at at time zone :zone)::date) from availability a
                    where a.speaker_id = s.id and a.ends_at > :now and a.starts_at < :ahead) as free_days
            """ + FILTER + " order by %s limit :size offset :offset";

    private static final String COUNT = Listing.counting(FILTER);

    /// One page of the list, in two queries.
    @Transactional(readOnly = true)
    public Listing<SpeakerRow> list(SpeakerFilter filter, ZoneId zone, int page) {
        var now = clock.instant();
        var rows = filtered(LIST.formatted(ORDERS.of(filter.sort())), filter)
                .param("zone", zone.getId())
                .param("now", Timestamp.from(now))
                .param("ahead", Timestamp.from(now.plus(AHEAD)))
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> row(row))
                .list();
        var total = filtered(COUNT, filter).query(Long.class).single();
        return Listing.of(rows, total, Listing.page(page));
    }

    JdbcClient.StatementSpec filtered(String sql, SpeakerFilter filter) {
        return jdbc.sql(sql)
                .param("q", filter.q().strip())
                .param("source", filter.source())
                .param("tier", filter.tier())
                .param("retired", filter.retired())
                .param("below", filter.below())
                .param("topic", filter.topic())
                .param("freeFrom", timestamp(filter.freeFrom()))
                .param("freeTo", timestamp(filter.freeTo()));
    }

    /// Speakers to pick from while somebody types, those whose name begins with it first.
    @Transactional(readOnly = true)
    public List<Pick> pick(String q, @Nullable UUID topic) {
        return jdbc.sql("""
                        select s.id, s.name, coalesce(u.name, '') as note
                        from speaker s left join unit_name u on u.id = s.unit_id
                        where s.retired_at is null and position(lower(:q) in lower(s.name)) > 0
                          and (cast(:topic as uuid) is null or exists (
                               select from speaker_topic t where t.speaker_id = s.id and t.topic_id = :topic))
                        order by position(lower(:q) in lower(s.name)), s.name collate "zh-x-icu", s.id
                        limit :most
                        """)
                .param("q", q.strip())
                .param("topic", topic)
                .param("most", Pick.MOST)
                .query(Pick.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Speaker> find(UUID id) {
        return jdbc.sql("""
                        select s.id, s.unit_id, coalesce(u.name, '') as unit_name, s.path, s.name, s.birth_year, s.source,
                               s.tier, s.phone_tail, s.lat, s.lon, s.serves, s.month_limit,
                               s.retired_at is not null as retired
                        from speaker s left join unit_name u on u.id = s.unit_id
                        where s.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> speaker(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<UUID> topics(UUID id) {
        return jdbc.sql("select topic_id from speaker_topic where speaker_id = :id order by topic_id")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    /// Segment → fit, as far as somebody entered it.
    @Transactional(readOnly = true)
    public Map<String, Integer> fits(UUID id) {
        var fits = new LinkedHashMap<String, Integer>();
        jdbc.sql("select segment, fit from speaker_segment where speaker_id = :id order by fit desc, segment")
                .param("id", id)
                .query(row -> {
                    fits.put(row.getString("segment"), row.getInt("fit"));
                });
        return fits;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static SpeakerRow row(ResultSet row) throws SQLException {
        return new SpeakerRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("unit_name"),
                row.getString("source"),
                row.getInt("tier"),
                row.getObject("birth_year", Integer.class),
                row.getInt("topics"),
                row.getInt("free_days"),
                row.getInt("month_limit"),
                row.getBoolean("retired"));
    }

    private static Speaker speaker(ResultSet row) throws SQLException {
        return new Speaker(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("path"),
                row.getString("name"),
                row.getObject("birth_year", Integer.class),
                row.getString("source"),
                row.getInt("tier"),
                row.getString("phone_tail"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                Arrays.asList((String[]) row.getArray("serves").getArray()),
                row.getInt("month_limit"),
                row.getBoolean("retired"));
    }
}
