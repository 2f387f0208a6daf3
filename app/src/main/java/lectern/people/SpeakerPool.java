package lectern.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The speakers of the scope who can be sent out: not retired, and with a place to set out from. Five queries, however
/// many there are.
@Component
public class SpeakerPool {
    private final JdbcClient jdbc;

    SpeakerPool(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All of them, by id, with their shifts that touch the period from (inclusive) to (exclusive).
    @Transactional(readOnly = true)
    public List<PooledSpeaker> between(Instant from, Instant to) {
        return read(null, from, to);
    }

    /// One of them; empty when he is out of scope, retired or without a place to set out from.
    @Transactional(readOnly = true)
    public Optional<PooledSpeaker> find(UUID id, Instant from, Instant to) {
        return read(id, from, to).stream().findFirst();
    }

    private List<PooledSpeaker> read(@Nullable UUID only, Instant from, Instant to) {
        var topics = topics(only);
        var fits = fits(only);
        var shifts = shifts(only, from, to);
        return jdbc.sql("""
                        select s.id, s.name, coalesce(s.lat, u.lat) as lat, coalesce(s.lon, u.lon) as lon, s.tier,
                               s.serves, s.month_limit
                        from speaker s join unit_name u on u.id = s.unit_id
                        where s.retired_at is null and coalesce(s.lat, u.lat) is not null
                          and coalesce(s.lon, u.lon) is not null
                          and (cast(:only as uuid) is null or s.id = :only)
                        order by s.id
                        """)
                .param("only", only)
                .query((row, number) -> speaker(row, topics, fits, shifts))
                .list();
    }

    private Map<UUID, Set<UUID>> topics(@Nullable UUID only) {
        var topics = new HashMap<UUID, Set<UUID>>();
        jdbc.sql("""
                        select speaker_id, topic_id from speaker_topic
                        where cast(:only as uuid) is null or speaker_id = :only
                        """).param("only", only).query(row -> {
            topics.computeIfAbsent(id(row, "speaker_id"), speaker -> new HashSet<>())
                    .add(id(row, "topic_id"));
        });
        return topics;
    }

    private Map<UUID, Map<String, Integer>> fits(@Nullable UUID only) {
        var fits = new HashMap<UUID, Map<String, Integer>>();
        jdbc.sql("""
                        select speaker_id, segment, fit from speaker_segment
                        where cast(:only as uuid) is null or speaker_id = :only
                        """).param("only", only).query(row -> {
            fits.computeIfAbsent(id(row, "speaker_id"), speaker -> new HashMap<>())
                    .put(row.getString("segment"), row.getInt("fit"));
        });
        return fits;
    }

    private Map<UUID, List<Shift>> shifts(@Nullable UUID only, Instant from, Instant to) {
        var shifts = new HashMap<UUID, List<Shift>>();
        jdbc.sql("""
                        select speaker_id, starts_at, ends_at from availability
                        where starts_at < :to and ends_at > :from
                          and (cast(:only as uuid) is null or speaker_id = :only)
                        order by starts_at
                        """)
                .param("only", only)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(row -> {
                    shifts.computeIfAbsent(id(row, "speaker_id"), speaker -> new ArrayList<>())
                            .add(new Shift(
                                    row.getTimestamp("starts_at").toInstant(),
                                    row.getTimestamp("ends_at").toInstant()));
                });
        absences(only, from, to)
                .forEach((speaker, away) -> shifts.computeIfPresent(speaker, (same, all) -> without(all, away)));
        return shifts;
    }

    private Map<UUID, List<Shift>> absences(@Nullable UUID only, Instant from, Instant to) {
        var absences = new HashMap<UUID, List<Shift>>();
        jdbc.sql("""
                        select speaker_id, starts_at, ends_at from absence
                        where starts_at < :to and ends_at > :from and starts_at < ends_at
                          and (cast(:only as uuid) is null or speaker_id = :only)
                        """)
                .param("only", only)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(row -> {
                    absences.computeIfAbsent(id(row, "speaker_id"), speaker -> new ArrayList<>())
                            .add(new Shift(
                                    row.getTimestamp("starts_at").toInstant(),
                                    row.getTimestamp("ends_at").toInstant()));
                });
        return absences;
    }

    /// What is left of the shifts beside the times in which he is away.
    private static List<Shift> without(List<Shift> shifts, List<Shift> away) {
        var left = shifts;
        for (var absence : away) {
            left = left.stream().flatMap(shift -> without(shift, absence)).toList();
        }
        return left;
    }

    private static Stream<Shift> without(Shift shift, Shift away) {
        if (!away.startsAt().isBefore(shift.endsAt()) || !shift.startsAt().isBefore(away.endsAt())) {
            return Stream.of(shift);
        }
        return Stream.of(new Shift(shift.startsAt(), away.startsAt()), new Shift(away.endsAt(), shift.endsAt()))
                .filter(left -> left.startsAt().isBefore(left.endsAt()));
    }

    private static PooledSpeaker speaker(
            ResultSet row,
            Map<UUID, Set<UUID>> topics,
            Map<UUID, Map<String, Integer>> fits,
            Map<UUID, List<Shift>> shifts)
            throws SQLException {
        var id = id(row, "id");
        return new PooledSpeaker(
                id,
                row.getString("name"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getInt("tier"),
                topics.getOrDefault(id, Set.of()),
                Set.copyOf(Arrays.asList((String[]) row.getArray("serves").getArray())),
                fits.getOrDefault(id, Map.of()),
                row.getInt("month_limit"),
                shifts.getOrDefault(id, List.of()));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
