package lectern.planning;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.ProblemBuilder;
import lectern.planning.problem.Search;
import lectern.planning.problem.Solution;
import lectern.planning.problem.StoredProblems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What the job writes of a plan: that it runs, and in one transaction everything that came of it.
@Component
class PlanResults {
    private final JdbcClient jdbc;
    private final StoredProblems problems;
    private final JsonMapper json;

    PlanResults(JdbcClient jdbc, StoredProblems problems, JsonMapper json) {
        this.jdbc = jdbc;
        this.problems = problems;
        this.json = json;
    }

    /// Begins afresh, whatever an earlier run left.
    ///
    /// @return false when there is nothing to do any more: it is done, or nobody wants it
    @Transactional
    public boolean begin(UUID plan) {
        var begun = jdbc.sql("update plan set state = 'RUNNING' where id = :plan and state in ('QUEUED', 'RUNNING')")
                .param("plan", plan)
                .update();
        jdbc.sql("delete from plan_assignment where plan_id = :plan and :begun = 1")
                .param("plan", plan)
                .param("begun", begun)
                .update();
        jdbc.sql("delete from plan_unserved where plan_id = :plan and :begun = 1")
                .param("plan", plan)
                .param("begun", begun)
                .update();
        return begun == 1;
    }

    /// Makes the plan a draft; one that was discarded meanwhile stays so.
    @Transactional
    public void draft(Plan plan, Horizon horizon, ProblemBuilder.Built built, Search.Found found) {
        var solution = found.solution();
        var assigned = solution.assigned();
        var leftOut = solution.leftOut();
        var drafted = jdbc.sql("""
                        update plan set state = 'DRAFT', problem_file = :file, cost = :cost::jsonb, run = :run::jsonb,
                            requests = :requests, served = :served, speakers = :speakers, set_aside = :setAside,
                            version = version + 1
                        where id = :plan and state = 'RUNNING'
                        """)
                .param("file", problems.store(plan.id(), built.problem()))
                .param("cost", json.writeValueAsString(solution.cost()))
                .param("run", json.writeValueAsString(found.run()))
                .param("requests", assigned.size() + leftOut.size())
                .param("served", assigned.size())
                .param("speakers", solution.speakersUsed())
                .param("setAside", built.setAside())
                .param("plan", plan.id())
                .update();
        if (drafted == 1) {
            addAssigned(plan, horizon, assigned);
            addLeftOut(plan, leftOut);
        }
    }

    private void addAssigned(Plan plan, Horizon horizon, List<Solution.Assigned> all) {
        jdbc.sql("""
                        insert into plan_assignment (plan_id, request_id, path, speaker_id, starts_at)
                        select :plan, request, :path, speaker, starts_at
                        from unnest(:requests::uuid[], :speakers::uuid[], :starts::timestamptz[])
                             as given (request, speaker, starts_at)
                        """)
                .param("plan", plan.id())
                .param("path", plan.path())
                .param(
                        "requests",
                        all.stream().map(each -> each.request().toString()).toArray(String[]::new))
                .param(
                        "speakers",
                        all.stream().map(each -> each.speaker().toString()).toArray(String[]::new))
                .param(
                        "starts",
                        all.stream()
                                .map(each -> Timestamp.from(horizon.instant(each.start())))
                                .toArray(Timestamp[]::new))
                .update();
    }

    private void addLeftOut(Plan plan, Map<UUID, Solution.Funnel> all) {
        jdbc.sql("""
                        insert into plan_unserved (plan_id, request_id, path, funnel, blocked)
                        select :plan, request, :path, funnel::jsonb, blocked
                        from unnest(:requests::uuid[], :funnels::text[], :blocked::text[])
                             as given (request, funnel, blocked)
                        """)
                .param("plan", plan.id())
                .param("path", plan.path())
                .param("requests", all.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "funnels",
                        all.values().stream()
                                .map(each -> json.writeValueAsString(each.left()))
                                .toArray(String[]::new))
                .param(
                        "blocked",
                        all.values().stream().map(Solution.Funnel::blocked).toArray(String[]::new))
                .update();
    }

    /// Ends a plan that came to nothing.
    ///
    /// @param state CANCELLED or FAILED
    /// @param why message key, or empty
    @Transactional
    public void end(UUID plan, PlanState state, String why) {
        jdbc.sql("update plan set state = :state, failure = :why where id = :plan and state = 'RUNNING'")
                .param("state", state.name())
                .param("why", why)
                .param("plan", plan)
                .update();
    }
}
