package lectern.insight.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lectern.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what was spoken about at a unit's villages, and for whom.
@Component
class SubjectQueries {
    private final JdbcClient jdbc;

    SubjectQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The topics that can be chosen, by name.
    @Transactional(readOnly = true)
    public List<SubjectTable.TopicName> topics() {
        return jdbc.sql("""
                        select id, name from topic_name where not retired order by name collate "zh-x-icu", id
                        """).query(SubjectTable.TopicName.class).list();
    }

    /// @param since talks before this day are left out
    @Transactional(readOnly = true)
    public SubjectTable table(Unit unit, List<SubjectTable.TopicName> topics, LocalDate since) {
        var cells = new HashMap<String, SubjectTable.Cell>();
        jdbc.sql("""
                        select l.topic_id, l.segment, count(*) filter (where l.last_day > :since) as reached, max(l.last_day) as last_day
                        from last_talk l join unit_name v on v.path = l.path
                        where l.path >= :path and l.path < :path || '~' and v.level = 'VILLAGE' and not v.retired
                        group by 1, 2
                        """).param("since", since).param("path", unit.path()).query(row -> {
            cells.put(
                    SubjectTable.key(row.getObject("topic_id", UUID.class), row.getString("segment")),
                    new SubjectTable.Cell(row.getLong("reached"), row.getObject("last_day", LocalDate.class)));
        });
        var villages =
                jdbc.sql("""
                        select count(*) from unit_name
                        where path >= :path and path < :path || '~' and level = 'VILLAGE' and not retired
                        """).param("path", unit.path()).query(Long.class).single();
        return new SubjectTable(topics, villages, cells);
    }
}
