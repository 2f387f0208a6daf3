package lectern.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads plans in the scope.
@Component
public class PlanQueries {
    private final JdbcClient jdbc;

    PlanQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Plan> find(UUID id) {
        return jdbc.sql("""
                        select p.id, p.city_id, p.unit_id, u.name as unit_name, p.path, p.name, p.first_day, p.last_day,
                               p.seconds, p.state, p.job_id, p.problem_file, p.failure, p.made_at, p.published_at,
                               p.requests, p.served, p.speakers, p.set_aside, p.version
                        from plan p join unit_name u on u.id = p.unit_id where p.id = :id
                        """).param("id", id).query((row, number) -> plan(row)).optional();
    }

    /// The latest first; discarded ones only when asked for.
    ///
    /// @param state one of [PlanState], or empty for all that were not discarded
    @Transactional(readOnly = true)
    public Listing<Plan> list(String state, String text, int page) {
        var total = jdbc.sql("""
                        select count(*) from plan
                        where (state = :state or :state = '' and state <> 'DISCARDED') and position(:text in name) > 0
                        """)
                .param("state", state)
                .param("text", text)
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select p.id, p.city_id, p.unit_id, u.name as unit_name, p.path, p.name, p.first_day, p.last_day,
                               p.seconds, p.state, p.job_id, p.problem_file, p.failure, p.made_at, p.published_at,
                               p.requests, p.served, p.speakers, p.set_aside, p.version
                        from plan p join unit_name u on u.id = p.unit_id
                        where (p.state = :state or :state = '' and p.state <> 'DISCARDED')
                          and position(:text in p.name) > 0
                        order by p.made_at desc limit :limit offset :offset
                        """)
                .param("state", state)
                .param("text", text)
                .param("limit", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> plan(row))
                .list();
        return Listing.of(rows, total, Listing.page(page));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("city_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("path"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("seconds"),
                PlanState.valueOf(row.getString("state")),
                row.getObject("job_id", UUID.class),
                row.getObject("problem_file", UUID.class),
                row.getString("failure"),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("published_at")),
                row.getInt("requests"),
                row.getInt("served"),
                row.getInt("speakers"),
                row.getInt("set_aside"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
