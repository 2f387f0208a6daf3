package lectern.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares the roll-ups with the talks themselves, by another way than they were made: straight from talk and feedback
/// by path, without a step from child to parent.
@Component
class FiguresCheck {
    /// A unit's day on which the two disagree.
    record Difference(String path, LocalDate day, Figure talks, Figure rollUp) {}

    private final JdbcClient jdbc;

    FiguresCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All differences in the scope that is bound, by path and day. Days that are still marked stale are left out.
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        return jdbc.sql("""
                        with heard as (
                            select talk_id, count(*) as ratings, sum(stars) as stars
                            from feedback where giver = 'AUDIENCE' group by talk_id),
                        counted as (
                            select u.path, t.day, count(*) as talks, sum(t.attendance) as attendances,
                                   coalesce(sum(h.ratings), 0) as ratings, coalesce(sum(h.stars), 0) as stars
                            from talk t
                            join unit u on t.path >= u.path and t.path < u.path || '~'
                            left join heard h on h.talk_id = t.id
                            where t.state = 'HELD' group by u.path, t.day)
                        select coalesce(c.path, f.path) as path, coalesce(c.day, f.day) as day,
                               coalesce(c.talks, 0) as talks, coalesce(c.attendances, 0) as attendances,
                               coalesce(c.ratings, 0) as ratings, coalesce(c.stars, 0) as stars,
                               coalesce(f.talks, 0) as f_talks, coalesce(f.attendances, 0) as f_attendances,
                               coalesce(f.ratings, 0) as f_ratings, coalesce(f.stars, 0) as f_stars
                        from counted c full join figure_day f on f.path = c.path and f.day = c.day
                        where (c.talks, c.attendances, c.ratings, c.stars)
                              is distinct from (f.talks, f.attendances, f.ratings, f.stars)
                          and not exists (select from figure_stale s where s.day = coalesce(c.day, f.day)
                                          and starts_with(s.path, coalesce(c.path, f.path)))
                        order by 1, 2
                        """).query((row, number) -> difference(row)).list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString("path"),
                row.getObject("day", LocalDate.class),
                new Figure(
                        row.getLong("talks"), row.getLong("attendances"), row.getLong("ratings"), row.getLong("stars")),
                new Figure(
                        row.getLong("f_talks"),
                        row.getLong("f_attendances"),
                        row.getLong("f_ratings"),
                        row.getLong("f_stars")));
    }
}
