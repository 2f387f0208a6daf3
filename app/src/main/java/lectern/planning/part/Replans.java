package lectern.planning.part;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.board.DraftRows;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Orders a part of a draft to be planned again, and tells how it stands.
@Component
class Replans {
    private final JdbcClient jdbc;
    private final DraftRows rows;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Replans(JdbcClient jdbc, DraftRows rows, Jobs jobs, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param requests those that may change
    /// @throws Refusal 409 when another one runs, or the draft is another by now
    @Transactional
    public void order(Actor actor, Plan plan, Collection<UUID> requests, int seconds, int version) {
        rows.lock(plan.id()).requireDraft(version);
        if (latest(plan.id()).filter(Replan::isUnderWay).isPresent()) {
            throw Refusal.conflict("plan.part.refused.running");
        }
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into plan_replan (id, plan_id, path, requests, seconds, version, state, made_by, made_at)
                        values (:id, :plan, :path, :requests, :seconds, :version, 'QUEUED', :by, :at)
                        """)
                .param("id", id)
                .param("plan", plan.id())
                .param("path", plan.path())
                .param("requests", requests.toArray(UUID[]::new))
                .param("seconds", seconds)
                .param("version", version)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update plan_replan set job_id = :job where id = :id")
                .param("job", jobs.start(actor, ReplanJob.KIND, id))
                .param("id", id)
                .update();
        audit.record("replan-part", "plan", plan.id(), Map.of("talks", requests.size(), "seconds", seconds));
    }

    /// Ends the search; the best that it has found is kept.
    @Transactional
    public void stop(Plan plan) {
        latest(plan.id()).filter(Replan::isUnderWay).map(Replan::jobId).ifPresent(jobs::cancel);
    }

    @Transactional(readOnly = true)
    public Optional<Replan> latest(UUID plan) {
        return jdbc.sql("""
                        select id, plan_id, requests, seconds, version, state, failure, job_id, step, cost_before, cost_after
                        from plan_replan where plan_id = :plan order by made_at desc, id desc limit 1
                        """)
                .param("plan", plan)
                .query((row, number) -> replan(row))
                .optional();
    }

    /// @return empty when there is nothing to do any more
    @Transactional
    public Optional<Replan> begin(UUID id) {
        jdbc.sql("update plan_replan set state = 'RUNNING' where id = :id and state in ('QUEUED', 'RUNNING')")
                .param("id", id)
                .update();
        return jdbc.sql("""
                        select id, plan_id, requests, seconds, version, state, failure, job_id, step, cost_before, cost_after
                        from plan_replan where id = :id and state = 'RUNNING'
                        """).param("id", id).query((row, number) -> replan(row)).optional();
    }

    private static Replan replan(ResultSet row) throws SQLException {
        return new Replan(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                List.copyOf(Arrays.asList((UUID[]) row.getArray("requests").getArray())),
                row.getInt("seconds"),
                row.getInt("version"),
                Replan.State.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getObject("job_id", UUID.class),
                row.getObject("step", Integer.class),
                row.getObject("cost_before", Long.class),
                row.getObject("cost_after", Long.class));
    }

    @Transactional
    public void end(UUID id, Replan.State state, String failure) {
        end(id, state, failure, null, null, null);
    }

    @Transactional
    public void end(
            UUID id,
            Replan.State state,
            String failure,
            @Nullable Integer step,
            @Nullable Long before,
            @Nullable Long after) {
        jdbc.sql("""
                        update plan_replan set state = :state, failure = :failure, step = :step,
                            cost_before = :before, cost_after = :after
                        where id = :id and state = 'RUNNING'
                        """)
                .param("state", state.name())
                .param("failure", failure)
                .param("step", step)
                .param("before", before)
                .param("after", after)
                .param("id", id)
                .update();
    }
}
