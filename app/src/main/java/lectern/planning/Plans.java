package lectern.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Orders, stops and discards plans. What a plan holds is written by [PlanResults] and changed on the board.
@Component
public class Plans {
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Plans(JdbcClient jdbc, Jobs jobs, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Queues a plan and the job that makes it: both are there or neither.
    ///
    /// @param unit whose requests are planned; inside the actor's scope
    @Transactional
    public UUID order(Actor actor, Unit unit, String name, LocalDate firstDay, LocalDate lastDay, int seconds) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into plan (id, city_id, unit_id, path, name, first_day, last_day, seconds, state, made_by, made_at)
                        values (:id, :city, :unit, :path, :name, :first, :last, :seconds, 'QUEUED', :by, :at)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("unit", unit.id())
                .param("path", actor.path())
                .param("name", name)
                .param("first", firstDay)
                .param("last", lastDay)
                .param("seconds", seconds)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update plan set job_id = :job where id = :id")
                .param("job", jobs.start(actor, PlanJob.KIND, id))
                .param("id", id)
                .update();
        audit.record(
                "order-plan",
                "plan",
                id,
                Map.of("unit", unit.code(), "from", firstDay.toString(), "to", lastDay.toString(), "seconds", seconds));
        return id;
    }

    /// Ends the search; the best plan so far becomes the draft. One that still waits for its turn ends at once, with
    /// nothing; one that is over stays as it is.
    @Transactional
    public void stop(Plan plan) {
        if (!plan.state().isUnderWay()) {
            return;
        }
        jdbc.sql("update plan set state = 'CANCELLED' where id = :id and state = 'QUEUED'")
                .param("id", plan.id())
                .update();
        cancelJob(plan.jobId());
        audit.record("stop-plan", "plan", plan.id(), Map.of());
    }

    /// Throws a plan away that is not published. Its requests stay open.
    @Transactional
    public void discard(Plan plan) {
        var done = jdbc.sql("""
                        update plan set state = case when state in ('QUEUED', 'RUNNING') then 'CANCELLED' else 'DISCARDED' end,
                            version = version + 1
                        where id = :id and state in ('QUEUED', 'RUNNING', 'DRAFT')
                        """).param("id", plan.id()).update();
        if (done == 0) {
            throw Refusal.conflict("plan.refused.discard");
        }
        cancelJob(plan.jobId());
        audit.record("discard-plan", "plan", plan.id(), Map.of());
    }

    private void cancelJob(@Nullable UUID job) {
        if (job != null) {
            jobs.cancel(job);
        }
    }
}
