package lectern.insight.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares the last talks that are kept with the talks themselves, by another way than they were made: each of the
/// four
/// kinds of row counted by itself.
@Component
class CoverageCheck {
    /// A unit's subject for which the two disagree.
    record Difference(
            String path,
            UUID topicId,
            String segment,
            @Nullable LocalDate talks,
            @Nullable LocalDate rollUp) {}

    private final JdbcClient jdbc;

    CoverageCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All differences in the scope that is bound. Units that are still marked stale are left out.
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        return jdbc.sql("""
                        with held as (select path, topic_id, segment, day from talk where state = 'HELD'),
                        nothing as (select '00000000-0000-0000-0000-000000000000'::uuid as id),
                        counted as (
                            select path, topic_id, segment, max(day) as day from held group by 1, 2, 3
                            union all select path, topic_id, '', max(day) from held group by 1, 2
                            union all select path, id, segment, max(day) from held, nothing group by 1, 2, 3
                            union all select path, id, '', max(day) from held, nothing group by 1, 2)
                        select coalesce(c.path, l.path) as path, coalesce(c.topic_id, l.topic_id) as topic_id,
                               coalesce(c.segment, l.segment) as segment, c.day as talks, l.last_day as roll_up
                        from counted c
                        full join last_talk l on l.path = c.path and l.topic_id = c.topic_id and l.segment = c.segment
                        where c.day is distinct from l.last_day
                          and not exists (select from figure_stale s where s.path = coalesce(c.path, l.path))
                        order by 1, 2, 3
                        """).query(Difference.class).list();
    }
}
