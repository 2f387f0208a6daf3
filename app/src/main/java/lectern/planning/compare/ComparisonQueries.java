package lectern.planning.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads which plans can be put beside another.
@Component
class ComparisonQueries {
    private static final int OFFERED = 20;
    private final JdbcClient jdbc;

    ComparisonQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Other drafts and published plans of the same unit whose period touches that of the plan, the same period first.
    @Transactional(readOnly = true)
    public List<Candidate> beside(Plan plan) {
        return jdbc.sql("""
                        select id, name, first_day, last_day, state, served, requests, made_at from plan
                        where unit_id = :unit and id <> :id and state in ('DRAFT', 'PUBLISHED')
                          and first_day <= :last and last_day >= :first
                        order by (first_day = :first and last_day = :last) desc, (state = 'DRAFT') desc, made_at desc
                        limit :limit
                        """)
                .param("unit", plan.unitId())
                .param("id", plan.id())
                .param("first", plan.firstDay())
                .param("last", plan.lastDay())
                .param("limit", OFFERED)
                .query((row, number) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        PlanState.valueOf(row.getString("state")),
                        row.getInt("served"),
                        row.getInt("requests"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }
}
