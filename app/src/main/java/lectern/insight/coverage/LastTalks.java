package lectern.insight.coverage;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the roll-up of last talks: a unit whose talks changed is counted afresh, so that a correction, a cancellation
/// and a repeat all come out right.
@Component
public class LastTalks {
    private final JdbcClient jdbc;

    LastTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param paths of the units themselves; those above need nothing
    @Transactional(propagation = Propagation.MANDATORY)
    public void rebuild(Collection<String> paths) {
        jdbc.sql("""
                        with counted as materialized (
                            select coalesce(topic_id, '00000000-0000-0000-0000-000000000000') as topic_id,
                                   coalesce(segment, '') as segment, path, city_id, max(day) as last_day
                            from held_subject where path = any(:paths) group by city_id, path, cube (topic_id, segment)),
                        gone as (
                            delete from last_talk l
                            where l.path = any(:paths)
                              and not exists (select from counted c where c.topic_id = l.topic_id
                                              and c.segment = l.segment and c.path = l.path))
                        insert into last_talk as known (topic_id, segment, path, city_id, last_day)
                        select topic_id, segment, path, city_id, last_day from counted
                        on conflict (topic_id, segment, path) do update set last_day = excluded.last_day
                        where known.last_day <> excluded.last_day
                        """)
                .param("paths", paths.stream().distinct().toArray(String[]::new))
                .update();
    }
}
