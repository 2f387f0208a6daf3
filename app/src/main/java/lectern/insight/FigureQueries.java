package lectern.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the roll-ups.
@Component
class FigureQueries {
    private final JdbcClient jdbc;

    FigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Figure total(String path, Period period) {
        return jdbc.sql("""
                        select coalesce(sum(talks), 0) as talks, coalesce(sum(attendances), 0) as attendances,
                               coalesce(sum(ratings), 0) as ratings, coalesce(sum(stars), 0) as stars
                        from figure_day where path = :path and day between :from and :to
                        """)
                .param("path", path)
                .param("from", period.from())
                .param("to", period.to())
                .query(Figure.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Point> trend(String path, Period period) {
        var known = new HashMap<LocalDate, Figure>();
        jdbc.sql("""
                        select date_trunc(:step, day)::date as start, sum(talks) as talks, sum(attendances) as attendances,
                               sum(ratings) as ratings, sum(stars) as stars
                        from figure_day where path = :path and day between :from and :to group by 1
                        """)
                .param("step", period.step().name())
                .param("path", path)
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    known.put(row.getObject("start", LocalDate.class), figure(row));
                });
        return period.steps().stream()
                .map(start -> new Point(start, known.getOrDefault(start, Figure.NONE)))
                .toList();
    }

    /// The units directly below, by code. One that was retired is there if it has figures.
    @Transactional(readOnly = true)
    public List<Part> parts(Unit unit, Period period) {
        var reach = reach(unit, period);
        return jdbc.sql("""
                        select u.id, u.code, u.name, u.retired, coalesce(f.talks, 0) as talks, coalesce(f.attendances, 0) as attendances,
                               coalesce(f.ratings, 0) as ratings, coalesce(f.stars, 0) as stars
                        from known_unit u
                        left join (select path, sum(talks) as talks, sum(attendances) as attendances,
                                          sum(ratings) as ratings, sum(stars) as stars
                                   from figure_day where parent_path = :path and day between :from and :to group by path) f
                               on f.path = u.path
                        where u.parent_id = :unit and (not u.retired or f.talks > 0)
                        order by u.code
                        """)
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> part(row, reach))
                .list();
    }

    /// By the code of the unit directly below. The days themselves are looked at only where a village had talks before
    /// and after the period.
    private Map<String, Reach> reach(Unit unit, Period period) {
        var reach = new HashMap<String, Reach>();
        jdbc.sql("""
                        select split_part(v.path, '/', :depth) as code, count(*) as villages, count(s.path) as reached
                        from unit_name v
                        left join unit_span s on s.path = v.path and s.first_day <= :to and s.last_day >= :from
                             and (s.last_day <= :to or s.first_day >= :from
                                  or exists (select from figure_day where path = s.path and day between :from and :to))
                        where v.path > :path and v.path < :path || '~' and v.level = 'VILLAGE' and not v.retired
                        group by 1
                        """)
                .param("depth", unit.path().split("/").length + 1)
                .param("path", unit.path())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    reach.put(row.getString("code"), new Reach(row.getLong("reached"), row.getLong("villages")));
                });
        return reach;
    }

    private static Part part(ResultSet row, Map<String, Reach> reach) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("retired"),
                figure(row),
                reach.getOrDefault(row.getString("code"), Reach.NONE));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getLong("talks"), row.getLong("attendances"), row.getLong("ratings"), row.getLong("stars"));
    }
}
