package lectern.insight.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads how long ago villages had their last talk. Whatever the page is narrowed to, one stretch of the roll-up's
/// index
/// has it: a row per village.
@Component
class GapQueries {
    /// Villages with their last talk, and what is coming up about the same subject.
    private static final String VILLAGES = """
            from unit_name v
            join unit_name t on t.id = v.parent_id
            left join last_talk l on l.topic_id = :topic and l.segment = :segment and l.path = v.path
            left join (select path, min(day) as day from coming_subject
                       where city_id = :city and day >= :today and (:anyTopic or topic_id = :topic)
                         and (:anySegment or segment = :segment) group by path) c on c.path = v.path
            left join (select distinct path from waiting_subject
                       where city_id = :city and (:anyTopic or topic_id = :topic)
                         and (:anySegment or segment = :segment)) w on w.path = v.path
            where v.path >= :path and v.path < :path || '~' and v.level = 'VILLAGE' and not v.retired
            """;

    private static final String NARROWED = """
              and (:months = 0 or l.last_day is null or l.last_day <= :latest)
              and (:never is null or (l.last_day is null) = :never)
              and (:after::date is null or l.last_day > :after::date)
              and (:until::date is null or l.last_day <= :until::date)
              and (not :idle or (c.path is null and w.path is null))
            """;

    private final JdbcClient jdbc;

    GapQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The units directly below that have villages, by code.
    @Transactional(readOnly = true)
    public List<GapPart> parts(Unit unit, Subject subject, LocalDate today) {
        return jdbc.sql("""
                        select u.id, u.code, u.name, f.never, f.over_year, f.over_half, f.over_quarter, f.recent
                        from (select split_part(v.path, '/', :depth) as code,
                                     count(*) filter (where l.last_day is null) as never,
                                     count(*) filter (where l.last_day <= :year) as over_year,
                                     count(*) filter (where l.last_day > :year and l.last_day <= :half) as over_half,
                                     count(*) filter (where l.last_day > :half and l.last_day <= :quarter) as over_quarter,
                                     count(*) filter (where l.last_day > :quarter) as recent
                              from unit_name v
                              left join last_talk l on l.topic_id = :topic and l.segment = :segment and l.path = v.path
                              where v.path > :path and v.path < :path || '~' and v.level = 'VILLAGE' and not v.retired
                              group by 1) f
                        join unit_name u on u.parent_id = :unit and u.code = f.code
                        order by u.code
                        """)
                .param("depth", unit.path().split("/").length + 1)
                .param("topic", subject.topicId())
                .param("segment", subject.segment())
                .param("path", unit.path())
                .param("unit", unit.id())
                .param("year", Gap.OVER_YEAR.latest(today))
                .param("half", Gap.OVER_HALF.latest(today))
                .param("quarter", Gap.OVER_QUARTER.latest(today))
                .query((row, number) -> part(row))
                .list();
    }

    private static GapPart part(ResultSet row) throws SQLException {
        var count = new EnumMap<Gap, Long>(Gap.class);
        count.put(Gap.NEVER, row.getLong("never"));
        count.put(Gap.OVER_YEAR, row.getLong("over_year"));
        count.put(Gap.OVER_HALF, row.getLong("over_half"));
        count.put(Gap.OVER_QUARTER, row.getLong("over_quarter"));
        count.put(Gap.RECENT, row.getLong("recent"));
        return new GapPart(
                row.getObject("id", UUID.class), row.getString("code"), row.getString("name"), new GapCount(count));
    }

    /// One page of villages, the longest gap first.
    @Transactional(readOnly = true)
    public Listing<VillageGap> villages(Unit unit, CoverageFilter filter, LocalDate today) {
        var order = switch (filter.sort() == null ? "" : filter.sort()) {
            case "-gap" -> "l.last_day desc nulls last, v.path";
            case "village" -> "v.path";
            case "-village" -> "v.path desc";
            default -> "l.last_day nulls first, v.path";
        };
        var page = Listing.page(filter.page() == null ? 1 : filter.page());
        var total = new long[1];
        var rows = narrowed(
                        "select v.id, v.name, t.name as town, l.last_day, c.day as coming, w.path is not null as asked, "
                                + "count(*) over () as total " + VILLAGES + NARROWED + "order by " + order
                                + " limit :limit offset :offset",
                        unit,
                        filter,
                        today)
                .param("limit", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return village(row);
                })
                .list();
        return Listing.of(rows, total[0], page);
    }

    /// The villages of all pages, the longest gap first.
    @Transactional(readOnly = true)
    public List<UUID> matching(Unit unit, CoverageFilter filter, LocalDate today, int most) {
        return narrowed(
                        "select v.id " + VILLAGES + NARROWED + "order by l.last_day nulls first, v.path limit :limit",
                        unit,
                        filter,
                        today)
                .param("limit", most)
                .query(UUID.class)
                .list();
    }

    /// Those of the villages that lie in the unit, in the order of the tree.
    @Transactional(readOnly = true)
    public List<VillageGap> byIds(Unit unit, Subject subject, UUID[] ids, LocalDate today) {
        return of(
                        "select v.id, v.name, t.name as town, l.last_day, c.day as coming, w.path is not null as asked "
                                + VILLAGES + "and v.id = any(:ids) order by v.path",
                        unit,
                        subject,
                        today)
                .param("ids", ids)
                .query((row, number) -> village(row))
                .list();
    }

    /// A village on the map.
    ///
    /// @param part code of the unit directly below the shown one that it lies in
    record Spot(
            UUID id,
            String name,
            String part,
            @Nullable Double lat,
            @Nullable Double lon,
            Gap gap,
            @Nullable LocalDate last,
            @Nullable LocalDate coming) {}

    /// Every village of the unit: what a map needs of it.
    @Transactional(readOnly = true)
    public List<Spot> spots(Unit unit, Subject subject, LocalDate today) {
        return of(
                        "select v.id, v.name, split_part(v.path, '/', :depth) as part, v.lat, v.lon, l.last_day, c.day as coming "
                                + VILLAGES,
                        unit,
                        subject,
                        today)
                .param("depth", unit.path().split("/").length + 1)
                .query((row, number) -> new Spot(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("part"),
                        row.getObject("lat", Double.class),
                        row.getObject("lon", Double.class),
                        Gap.of(row.getObject("last_day", LocalDate.class), today),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("coming", LocalDate.class)))
                .list();
    }

    private JdbcClient.StatementSpec narrowed(String sql, Unit unit, CoverageFilter filter, LocalDate today) {
        var gap = filter.gap();
        return of(sql, unit, filter.subject(), today)
                .param("months", filter.months())
                .param("latest", today.minusMonths(filter.months()))
                .param("never", gap == null ? null : gap == Gap.NEVER, java.sql.Types.BOOLEAN)
                .param("after", after(gap, today), java.sql.Types.DATE)
                .param("until", gap == null || gap.months == 0 ? null : gap.latest(today), java.sql.Types.DATE)
                .param("idle", filter.isIdle());
    }

    /// The latest day that is too long ago for that gap.
    private static @Nullable LocalDate after(@Nullable Gap gap, LocalDate today) {
        return switch (gap) {
            case null -> null;
            case NEVER, OVER_YEAR -> null;
            case OVER_HALF -> Gap.OVER_YEAR.latest(today);
            case OVER_QUARTER -> Gap.OVER_HALF.latest(today);
            case RECENT -> Gap.OVER_QUARTER.latest(today);
        };
    }

    private JdbcClient.StatementSpec of(String sql, Unit unit, Subject subject, LocalDate today) {
        return jdbc.sql(sql)
                .param("city", unit.cityId())
                .param("path", unit.path())
                .param("topic", subject.topicId())
                .param("segment", subject.segment())
                .param("anyTopic", subject.isAnyTopic())
                .param("anySegment", subject.isAnySegment())
                .param("today", today);
    }

    private static VillageGap village(ResultSet row) throws SQLException {
        return new VillageGap(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("town"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("coming", LocalDate.class),
                row.getBoolean("asked"));
    }
}
