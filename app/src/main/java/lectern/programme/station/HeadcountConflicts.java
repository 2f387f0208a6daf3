package lectern.programme.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the figures that wait for somebody to decide between them.
@Component
public class HeadcountConflicts {
    private final JdbcClient jdbc;

    HeadcountConflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The longest waiting ones in scope.
    @Transactional(readOnly = true)
    public List<HeadcountConflict> open(int limit) {
        return open(null, limit);
    }

    @Transactional(readOnly = true)
    public List<HeadcountConflict> ofTalk(UUID talkId) {
        return open(talkId, 10);
    }

    private List<HeadcountConflict> open(@Nullable UUID talkId, int limit) {
        return jdbc.sql("""
                        select d.id, d.talk_id, p.name as topic, u.name as unit, t.starts_at, t.attendance, t.attendance_source,
                               s.reporter as stood_by, s.reported_at as stood_at,
                               d.people, d.source, d.reporter, d.reported_at
                        from headcount d
                        join talk t on t.id = d.talk_id
                        join topic p on p.id = t.topic_id
                        join unit u on u.id = t.unit_id
                        left join lateral (
                            select reporter, reported_at from headcount
                            where talk_id = d.talk_id and kind <> 'DIFFERS' order by reported_at desc, id desc limit 1) s on true
                        where d.kind = 'DIFFERS' and t.attendance is not null
                          and (:talk::uuid is null or d.talk_id = :talk::uuid)
                          and not exists (select 1 from headcount x where x.settles = d.id)
                        order by d.reported_at, d.id limit :limit
                        """)
                .param("talk", talkId)
                .param("limit", limit)
                .query((row, number) -> conflict(row))
                .list();
    }

    private static HeadcountConflict conflict(ResultSet row) throws SQLException {
        return new HeadcountConflict(
                row.getObject("id", UUID.class),
                row.getObject("talk_id", UUID.class),
                row.getString("topic"),
                row.getString("unit"),
                row.getTimestamp("starts_at").toInstant(),
                told(row, "attendance", "attendance_source", "stood_by", "stood_at"),
                told(row, "people", "source", "reporter", "reported_at"));
    }

    private static HeadcountConflict.Told told(ResultSet row, String people, String source, String by, String at)
            throws SQLException {
        Timestamp moment = row.getTimestamp(at);
        var name = row.getString(by);
        return new HeadcountConflict.Told(
                row.getInt(people),
                row.getString(source),
                name == null ? "" : name,
                moment == null ? null : moment.toInstant());
    }
}
