package lectern.people.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.imports.Choice;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the speakers that a sheet may mean, in scope, in one query.
@Component
class KnownSpeakers {
    private static final String SELECT = """
            select s.id, u.code as unit, s.name, s.birth_year, s.source, s.tier, s.phone_sealed, s.phone_tail, s.serves,
                   s.month_limit, s.retired_at is not null as retired,
                   (select string_agg(t.topic_id::text, ',' order by t.topic_id::text collate "C")
                    from speaker_topic t where t.speaker_id = s.id) as topics,
                   (select string_agg(g.segment || '=' || g.fit, ',' order by g.segment collate "C")
                    from speaker_segment g where g.speaker_id = s.id) as fits
            from speaker s join unit_name u on u.id = s.unit_id
            """;
    private static final String IN_ORDER = " order by s.id";
    /// Everybody who changes a speaker takes this lock first.
    private static final String HOLD = " for update of s";

    private final JdbcClient jdbc;

    KnownSpeakers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everybody of these units, and everybody of these names wherever he is.
    List<KnownSpeaker> of(Actor actor, Collection<String> unitCodes, Collection<String> names, boolean hold) {
        return jdbc.sql(SELECT
                        + "where s.city_id = :city and (u.code = any(:units) or s.name = any(:names))"
                        + IN_ORDER
                        + (hold ? HOLD : ""))
                .param("city", actor.cityId())
                .param("units", unitCodes.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    List<KnownSpeaker> held(Collection<String> ids) {
        return jdbc.sql(SELECT + "where s.id = any(:ids::uuid[])" + IN_ORDER + HOLD)
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    private static KnownSpeaker read(ResultSet row) throws SQLException {
        var born = row.getObject("birth_year", Integer.class);
        return new KnownSpeaker(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("name"),
                born == null ? "" : born.toString(),
                row.getString("source"),
                row.getInt("tier"),
                row.getBytes("phone_sealed"),
                row.getString("phone_tail"),
                Objects.requireNonNullElse(row.getString("topics"), ""),
                Choice.joined(List.of((String[]) row.getArray("serves").getArray())),
                Objects.requireNonNullElse(row.getString("fits"), ""),
                row.getInt("month_limit"),
                row.getBoolean("retired"));
    }
}
