package lectern.programme.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lectern.platform.palette.Finder;
import lectern.platform.palette.Found;
import lectern.platform.palette.Search;
import lectern.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds talks of the scope by topic, unit or speaker: the next ones first, then the latest.
@Component
class TalkFinder implements Finder {
    /// A few of each from their indexes, then the nearest of all those.
    private static final String NEAREST = """
            with hit as (
                (select t.id, t.starts_at from talk t
                 where t.path in (select path from unit where position(:text in name) > 0 order by length(path) desc limit 5)
                 order by t.day desc limit 40)
                union
                (select t.id, t.starts_at from talk t
                 where t.speaker_id in (select id from speaker where position(:text in name) > 0 order by id limit 5)
                 order by t.day desc limit 40)
                union
                (select t.id, t.starts_at from talk t
                 where t.topic_id in (select id from topic where position(:text in name) > 0)
                 order by t.starts_at desc, t.id limit 40)),
            nearest as (
                select id from hit order by starts_at < :now, abs(extract(epoch from starts_at - :now)), id limit :limit)
            select t.id, t.topic, t.unit, coalesce(t.speaker, '') as speaker, t.starts_at
            from calendar_talk t where t.id in (select id from nearest)
            order by t.starts_at < :now, abs(extract(epoch from t.starts_at - :now)), t.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TalkFinder(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "talk";
    }

    @Override
    public String icon() {
        return "calendar-event";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.KEEPER);
    }

    @Override
    public List<Found> find(Search search) {
        return search.text().isEmpty()
                ? List.of()
                : jdbc.sql(NEAREST)
                        .param("text", search.text())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("limit", search.limit())
                        .query((row, number) -> new Found(
                                row.getString("topic"),
                                row.getString("speaker").isEmpty()
                                        ? row.getString("unit")
                                        : row.getString("unit") + " · " + row.getString("speaker"),
                                row.getTimestamp("starts_at").toInstant(),
                                "/talks/" + row.getObject("id", UUID.class)))
                        .list();
    }
}
