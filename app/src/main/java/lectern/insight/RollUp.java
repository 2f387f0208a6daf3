package lectern.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lectern.insight.coverage.LastTalks;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the roll-ups up to date with the talks: each marked unit's day, then the same day of every unit above it.
///
/// A row is computed afresh from what is there, never counted up, so doing it twice changes nothing. One node at a time
/// works on a city: two at once would each miss the other's children when they sum up a parent.
@Component
class RollUp {
    private static final int MOST_MARKS = 5_000;

    private record Mark(String path, LocalDate day) {}

    private final JdbcClient jdbc;
    private final LastTalks lastTalks;
    private final TransactionTemplate transactions;

    RollUp(JdbcClient jdbc, LastTalks lastTalks, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lastTalks = lastTalks;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Works off all marks of all cities that no other node is working on.
    void drain() {
        for (var city : staleCities()) {
            Scopes.run(city, () -> {
                while (Boolean.TRUE.equals(transactions.execute(status -> drainSome(city)))) {
                    // the next marks, in a transaction of their own
                }
            });
        }
    }

    private List<Scope> staleCities() {
        return jdbc.sql("select id, path from stale_city")
                .query((row, number) -> new Scope(row.getObject("id", UUID.class), row.getString("path")))
                .list();
    }

    /// Whether there may be more.
    private boolean drainSome(Scope city) {
        if (!isOurs(city)) {
            return false;
        }
        var marks = takeMarks();
        withUnitsAbove(marks, city.path()).values().forEach(this::recompute);
        lastTalks.rebuild(marks.stream().map(Mark::path).toList());
        return marks.size() == MOST_MARKS;
    }

    /// The lock ends with the transaction.
    private boolean isOurs(Scope city) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('roll-up ' || :city, 0))")
                .param("city", city.cityId().toString())
                .query(Boolean.class)
                .single();
    }

    /// A mark that is rolled back comes again; a change that commits after this brought a mark of its own.
    private List<Mark> takeMarks() {
        return jdbc.sql("""
                        delete from figure_stale
                        where id in (select id from figure_stale order by id limit :most)
                        returning path, day
                        """)
                .param("most", MOST_MARKS)
                .query((row, number) -> mark(row))
                .list();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getString("path"), row.getObject("day", LocalDate.class));
    }

    /// By depth, the deepest first: when a unit is summed up, the units below it are done.
    private static TreeMap<Integer, Set<Mark>> withUnitsAbove(List<Mark> marks, String top) {
        var byDepth = new TreeMap<Integer, Set<Mark>>(Comparator.reverseOrder());
        for (var mark : marks) {
            for (var path = mark.path(); path.startsWith(top); path = above(path)) {
                byDepth.computeIfAbsent(depth(path), depth -> new HashSet<>()).add(new Mark(path, mark.day()));
            }
        }
        return byDepth;
    }

    private static int depth(String path) {
        return (int) path.chars().filter(each -> each == '/').count();
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private void recompute(Set<Mark> marks) {
        var paths = marks.stream().map(Mark::path).toArray(String[]::new);
        var days = marks.stream().map(mark -> mark.day().toString()).toArray(String[]::new);
        jdbc.sql("""
                        insert into figure_day (city_id, unit_id, path, parent_path, day, talks, attendances, ratings, stars)
                        select u.city_id, u.id, u.path, regexp_replace(u.path, '[^/]+/$', ''), m.day,
                               own.talks + below.talks, own.attendances + below.attendances,
                               own.ratings + below.ratings, own.stars + below.stars
                        from unnest(:paths::text[], :days::text[]::date[]) as m (path, day)
                        join known_unit u on u.path = m.path
                        cross join lateral (
                            select count(*) as talks, coalesce(sum(attendance), 0) as attendances,
                                   coalesce(sum(ratings), 0) as ratings, coalesce(sum(stars), 0) as stars
                            from held_talk where path = m.path and day = m.day) own
                        cross join lateral (
                            select coalesce(sum(talks), 0) as talks, coalesce(sum(attendances), 0) as attendances,
                                   coalesce(sum(ratings), 0) as ratings, coalesce(sum(stars), 0) as stars
                            from figure_day where parent_path = m.path and day = m.day) below
                        on conflict (path, day) do update set talks = excluded.talks, attendances = excluded.attendances,
                            ratings = excluded.ratings, stars = excluded.stars
                        """).param("paths", paths).param("days", days).update();
        jdbc.sql("""
                        delete from figure_day f using unnest(:paths::text[], :days::text[]::date[]) as m (path, day)
                        where f.path = m.path and f.day = m.day and f.talks = 0
                        """).param("paths", paths).param("days", days).update();
    }
}
