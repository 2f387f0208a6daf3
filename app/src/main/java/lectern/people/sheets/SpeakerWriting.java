package lectern.people.sheets;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lectern.org.Unit;
import lectern.platform.imports.Change;
import lectern.platform.imports.Choice;
import lectern.platform.imports.SheetKind;
import lectern.platform.security.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes speakers of a sheet, all of them together: a statement for each table, however many there are.
@Component
class SpeakerWriting {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    SpeakerWriting(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    void write(List<Change> changes, UUID cityId, Map<String, Unit> units) {
        enlist(Change.fresh(changes), cityId, units);
        change(Change.changed(changes));
        writeTopics(changes);
        writeFits(changes);
    }

    private void enlist(List<Change> fresh, UUID cityId, Map<String, Unit> units) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into speaker (id, city_id, unit_id, path, name, birth_year, source, tier, phone_sealed,
                                             phone_tail, serves, month_limit)
                        select id, :city, unit, path, name, nullif(born, '')::int, source, tier, decode(phone, 'base64'),
                               tail, string_to_array(serves, ','), month_limit
                        from unnest(:ids::uuid[], :units::uuid[], :paths::text[], :names::text[], :borns::text[],
                                    :sources::text[], :tiers::int[], :phones::text[], :tails::text[], :serves::text[],
                                    :limits::int[])
                             as line (id, unit, path, name, born, source, tier, phone, tail, serves, month_limit)
                        """)
                .param("city", cityId)
                .param("ids", column(fresh, Change::target))
                .param("units", column(fresh, change -> unit(units, change).id().toString()))
                .param("paths", column(fresh, change -> unit(units, change).path()))
                .param("names", column(fresh, SpeakerSheet.NAME))
                .param("borns", column(fresh, SpeakerSheet.BORN))
                .param("sources", column(fresh, SpeakerSheet.SOURCE))
                .param("tiers", column(fresh, SpeakerSheet.TIER))
                .param("phones", column(fresh, this::sealed))
                .param("tails", column(fresh, SpeakerWriting::tail))
                .param("serves", column(fresh, SpeakerSheet.SERVES))
                .param("limits", column(fresh, SpeakerSheet.MONTH_LIMIT))
                .update();
    }

    private static Unit unit(Map<String, Unit> units, Change change) {
        var code = change.after().get(SpeakerSheet.UNIT);
        var unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("unit " + code + " is gone: the rows were not judged again");
        }
        return unit;
    }

    private void change(List<Change> changed) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update speaker set
                            birth_year = case when line.born is null then birth_year else nullif(line.born, '')::int end,
                            source = coalesce(line.source, speaker.source),
                            tier = coalesce(line.tier, speaker.tier),
                            phone_sealed = case when line.phone is null then phone_sealed
                                           else decode(nullif(line.phone, ''), 'base64') end,
                            phone_tail = case when line.phone is null then phone_tail else nullif(line.tail, '') end,
                            serves = coalesce(string_to_array(line.serves, ','), speaker.serves),
                            month_limit = coalesce(line.month_limit, speaker.month_limit),
                            retired_at = case when line.retired is null then retired_at
                                         when line.retired = '' then null else :now end
                        from unnest(:ids::uuid[], :borns::text[], :sources::text[], :tiers::int[], :phones::text[],
                                    :tails::text[], :serves::text[], :limits::int[], :retired::text[])
                             as line (id, born, source, tier, phone, tail, serves, month_limit, retired)
                        where speaker.id = line.id
                        """)
                .param("ids", column(changed, Change::target))
                .param("borns", column(changed, SpeakerSheet.BORN))
                .param("sources", column(changed, SpeakerSheet.SOURCE))
                .param("tiers", column(changed, SpeakerSheet.TIER))
                .param("phones", column(changed, this::sealed))
                .param("tails", column(changed, SpeakerWriting::tail))
                .param("serves", column(changed, SpeakerSheet.SERVES))
                .param("limits", column(changed, SpeakerSheet.MONTH_LIMIT))
                .param("retired", column(changed, SheetKind.RETIRED))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// In Base64; empty takes the number away, null leaves it.
    private @Nullable String sealed(Change change) {
        var phone = change.after().get(SpeakerSheet.PHONE);
        return phone == null || phone.isEmpty() ? phone : Base64.getEncoder().encodeToString(sealer.seal(phone));
    }

    private static @Nullable String tail(Change change) {
        var phone = change.after().get(SpeakerSheet.PHONE);
        return phone == null ? null : PhoneCells.tail(phone);
    }

    private record Part(String speaker, String value, int fit) {}

    private void writeTopics(List<Change> changes) {
        var parts = new ArrayList<Part>();
        var speakers = said(
                changes,
                SpeakerSheet.TOPICS,
                (id, topics) -> Choice.parts(topics).forEach(topic -> parts.add(new Part(id, topic, 0))));
        if (speakers.isEmpty()) {
            return;
        }
        jdbc.sql("delete from speaker_topic where speaker_id = any(:speakers::uuid[])")
                .param("speakers", speakers.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into speaker_topic (speaker_id, topic_id, path)
                        select speaker.id, line.topic, speaker.path
                        from unnest(:speakers::uuid[], :topics::uuid[]) as line (speaker, topic)
                        join speaker on speaker.id = line.speaker
                        """)
                .param("speakers", column(parts, Part::speaker))
                .param("topics", column(parts, Part::value))
                .update();
    }

    private void writeFits(List<Change> changes) {
        var parts = new ArrayList<Part>();
        var speakers = said(
                changes,
                SpeakerSheet.FIT,
                (id, fits) -> FitCells.parts(fits).forEach((segment, fit) -> parts.add(new Part(id, segment, fit))));
        if (speakers.isEmpty()) {
            return;
        }
        jdbc.sql("delete from speaker_segment where speaker_id = any(:speakers::uuid[])")
                .param("speakers", speakers.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into speaker_segment (speaker_id, segment, path, fit)
                        select speaker.id, line.segment, speaker.path, line.fit
                        from unnest(:speakers::uuid[], :segments::text[], :fits::int[]) as line (speaker, segment, fit)
                        join speaker on speaker.id = line.speaker
                        """)
                .param("speakers", column(parts, Part::speaker))
                .param("segments", column(parts, Part::value))
                .param("fits", column(parts, part -> Integer.toString(part.fit())))
                .update();
    }

    /// Those that say something in that column.
    private static List<String> said(List<Change> changes, String column, BiConsumer<String, String> reader) {
        var speakers = new ArrayList<String>();
        for (var change : changes) {
            var value = change.after().get(column);
            if (value != null) {
                speakers.add(change.target());
                reader.accept(change.target(), value);
            }
        }
        return speakers;
    }

    void retire(Collection<String> ids) {
        jdbc.sql("update speaker set retired_at = :now where id = any(:ids::uuid[]) and retired_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    private static @Nullable String[] column(List<Change> changes, String column) {
        return Change.column(changes, column);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
