package lectern.people.sheets;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lectern.people.Shift;
import lectern.platform.imports.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds and takes away free times of many speakers: one statement each, in which a speaker's times that touch what is
/// written are replaced by their union with it, or by what is left without it.
@Component
class FreeTimeStore {
    private static final String TOUCHED = """
            with line as (
                select speaker, range_agg(tstzrange(starts_at::timestamptz, ends_at::timestamptz)) as given
                from unnest(:speakers::uuid[], :starts::text[], :ends::text[]) as line (speaker, starts_at, ends_at)
                group by speaker),
            touched as (
                delete from availability a using line
                where a.speaker_id = line.speaker and (a.during && line.given or a.during -|- line.given)
                returning a.speaker_id, a.during),
            before as (select speaker_id, range_agg(during) as free from touched group by speaker_id)
            """;
    private static final String INSERT = """
            insert into availability (id, city_id, speaker_id, path, starts_at, ends_at)
            select gen_random_uuid(), s.city_id, s.id, s.path, lower(part), upper(part)
            from line join speaker s on s.id = line.speaker left join before on before.speaker_id = line.speaker,
            """;
    private static final String UNION = " unnest(line.given + coalesce(before.free, '{}'::tstzmultirange)) as part";
    private static final String REST = " unnest(before.free - line.given) as part";

    private final JdbcClient jdbc;

    FreeTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Free(UUID speaker, Shift shift) {}

    /// The free times of speakers that touch a period, by speaker.
    Map<String, List<Shift>> between(Collection<String> speakers, Instant from, Instant to) {
        var free = new HashMap<String, List<Shift>>();
        jdbc.sql("""
                        select speaker_id, starts_at, ends_at from availability
                        where speaker_id = any(:speakers::uuid[]) and starts_at < :to and ends_at > :from
                        """)
                .param("speakers", speakers.toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Free(
                        row.getObject(1, UUID.class),
                        new Shift(
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant())))
                .list()
                .forEach(each -> free.computeIfAbsent(each.speaker().toString(), speaker -> new ArrayList<>())
                        .add(each.shift()));
        return free;
    }

    void add(Collection<Change> changes) {
        run(TOUCHED + INSERT + UNION, changes);
    }

    void takeAway(Collection<Change> changes) {
        run(TOUCHED + INSERT + REST, changes);
    }

    private record Part(String speaker, Shift shift) {}

    private void run(String sql, Collection<Change> changes) {
        var parts = changes.stream()
                .flatMap(change -> Stretches.of(change.after().getOrDefault(AvailabilitySheet.ADDED, "")).stream()
                        .map(shift -> new Part(change.after().getOrDefault(AvailabilitySheet.ID, ""), shift)))
                .toList();
        if (!parts.isEmpty()) {
            jdbc.sql(sql)
                    .param("speakers", column(parts, Part::speaker))
                    .param(
                            "starts",
                            column(parts, part -> part.shift().startsAt().toString()))
                    .param("ends", column(parts, part -> part.shift().endsAt().toString()))
                    .update();
        }
    }

    private static String[] column(List<Part> parts, Function<Part, String> cell) {
        return parts.stream().map(cell).toArray(String[]::new);
    }
}
