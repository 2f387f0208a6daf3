package lectern.planning.substitute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lectern.programme.OpenRequest;
import lectern.programme.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads a talk that looks for a speaker, in the form of a request that can be planned.
@Component
class OpenTalks {
    private final JdbcClient jdbc;

    OpenTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param request the talk as a request that can begin at its moment only; its id is the talk's
    record OpenTalk(String state, Instant startsAt, OpenRequest request) {
        boolean isOpen() {
            return state.equals("OPEN");
        }
    }

    @Transactional(readOnly = true)
    public Optional<OpenTalk> find(UUID id) {
        return jdbc.sql("""
                        select t.id, t.state, t.unit_id, u.name as unit_name, u.level as unit_level, t.path, t.venue_id,
                               v.name as venue_name, v.lat, v.lon, t.topic_id, p.name as topic_name, t.segment,
                               t.starts_at, t.ends_at
                        from talk t
                        join unit_name u on u.id = t.unit_id
                        join venue v on v.id = t.venue_id
                        join topic p on p.id = t.topic_id
                        where t.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> {
                    var starts = row.getTimestamp("starts_at").toInstant();
                    var minutes = Duration.between(
                                    starts, row.getTimestamp("ends_at").toInstant())
                            .toMinutes();
                    return new OpenTalk(
                            row.getString("state"),
                            starts,
                            new OpenRequest(
                                    row.getObject("id", UUID.class),
                                    row.getObject("unit_id", UUID.class),
                                    row.getString("unit_name"),
                                    row.getString("unit_level"),
                                    row.getString("path"),
                                    row.getObject("venue_id", UUID.class),
                                    row.getString("venue_name"),
                                    row.getDouble("lat"),
                                    row.getDouble("lon"),
                                    true,
                                    row.getObject("topic_id", UUID.class),
                                    row.getString("topic_name"),
                                    row.getString("segment"),
                                    Math.toIntExact(minutes),
                                    1,
                                    1,
                                    List.of(new Window(starts, starts))));
                })
                .optional();
    }

    /// Who was asked for it before and will not be asked again.
    @Transactional(readOnly = true)
    public Set<UUID> asked(UUID talk) {
        return jdbc.sql(
                        "select distinct speaker_id from offer where talk_id = :talk and state in ('DECLINED', 'WITHDRAWN')")
                .param("talk", talk)
                .query(UUID.class)
                .set();
    }
}
