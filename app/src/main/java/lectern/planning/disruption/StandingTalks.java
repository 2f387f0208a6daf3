package lectern.planning.disruption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.programme.OpenRequest;
import lectern.programme.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads talks of the calendar as they can be planned again. Two queries, however many they are.
@Component
class StandingTalks {
    private final JdbcClient jdbc;

    StandingTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of them that are in scope and may still change.
    @Transactional(readOnly = true)
    public List<StandingTalk> of(Collection<UUID> ids, Instant now) {
        var asked = windows(ids, now);
        return jdbc.sql("""
                        select t.id, t.unit_id, u.name as unit_name, u.level as unit_level, t.path, t.venue_id,
                               v.name as venue_name, v.lat, v.lon, t.shares_venue, t.topic_id, p.name as topic_name,
                               t.segment, t.starts_at, t.ends_at, t.speaker_id, coalesce(r.expected, 1) as expected,
                               coalesce(r.priority, 1) as priority
                        from talk t
                        join unit_name u on u.id = t.unit_id
                        join venue v on v.id = t.venue_id
                        join topic p on p.id = t.topic_id
                        left join request r on r.id = t.request_id
                        where t.id = any(:ids) and t.state in ('OFFERED', 'ACCEPTED', 'OPEN') and t.starts_at > :now
                        order by t.starts_at, t.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> standing(row, asked))
                .list();
    }

    private static StandingTalk standing(ResultSet row, Map<UUID, List<Window>> asked) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var starts = row.getTimestamp("starts_at").toInstant();
        var ends = row.getTimestamp("ends_at").toInstant();
        return new StandingTalk(
                new OpenRequest(
                        id,
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_level"),
                        row.getString("path"),
                        row.getObject("venue_id", UUID.class),
                        row.getString("venue_name"),
                        row.getDouble("lat"),
                        row.getDouble("lon"),
                        row.getBoolean("shares_venue"),
                        row.getObject("topic_id", UUID.class),
                        row.getString("topic_name"),
                        row.getString("segment"),
                        Math.toIntExact(Duration.between(starts, ends).toMinutes()),
                        row.getInt("expected"),
                        row.getInt("priority"),
                        with(asked.getOrDefault(id, List.of()), starts)),
                row.getObject("speaker_id", UUID.class),
                starts,
                ends);
    }

    /// What was booked is possible too, whatever was asked for.
    private static List<Window> with(List<Window> asked, Instant booked) {
        if (asked.stream()
                .anyMatch(window -> !booked.isBefore(window.opensAt()) && !booked.isAfter(window.closesAt()))) {
            return asked;
        }
        var all = new ArrayList<>(asked);
        all.add(new Window(booked, booked));
        return all;
    }

    private Map<UUID, List<Window>> windows(Collection<UUID> ids, Instant now) {
        var windows = new HashMap<UUID, List<Window>>();
        jdbc.sql("""
                        select t.id, w.opens_at, w.closes_at
                        from talk t join request_window w on w.request_id = t.request_id
                        where t.id = any(:ids) and w.closes_at > :now order by w.opens_at
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    windows.computeIfAbsent(row.getObject(1, UUID.class), talk -> new ArrayList<>())
                            .add(new Window(
                                    row.getTimestamp(2).toInstant(),
                                    row.getTimestamp(3).toInstant()));
                });
        return windows;
    }

    /// Who declined one of these talks and is not asked for it again, by talk.
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> declined(Collection<UUID> ids) {
        record Declined(UUID talk, UUID speaker) {}
        return jdbc
                .sql("select talk_id, speaker_id from offer where talk_id = any(:ids) and state = 'DECLINED'")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Declined(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Declined::talk, Collectors.mapping(Declined::speaker, Collectors.toSet())));
    }
}
