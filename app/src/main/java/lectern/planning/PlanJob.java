package lectern.planning;

import java.time.Clock;
import java.util.Map;
import lectern.org.Cities;
import lectern.org.UnitNames;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Materials;
import lectern.planning.problem.ProblemBuilder;
import lectern.planning.problem.Search;
import lectern.platform.jobs.Job;
import lectern.platform.jobs.JobHandler;
import lectern.platform.jobs.JobRun;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;

/// Makes a plan: gathers what there is, searches, writes the draft. Started again after its server was killed, it
/// begins afresh; asked to stop, it keeps the best plan so far.
@Component
class PlanJob implements JobHandler {
    static final String KIND = "plan";
    private static final int THREADS = 2;
    private final PlanQueries plans;
    private final PlanResults results;
    private final Materials materials;
    private final Cities cities;
    private final UnitNames units;
    private final Clock clock;

    PlanJob(PlanQueries plans, PlanResults results, Materials materials, Cities cities, UnitNames units, Clock clock) {
        this.plans = plans;
        this.results = results;
        this.materials = materials;
        this.cities = cities;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var id = run.subjectId();
        if (!results.begin(id)) {
            return;
        }
        if (run.isCancelled()) {
            results.end(id, PlanState.CANCELLED, "");
            return;
        }
        try {
            make(plans.find(id).orElseThrow(), run);
        } catch (Refusal refusal) {
            results.end(id, PlanState.FAILED, refusal.key());
            throw refusal;
        } catch (RuntimeException failure) {
            results.end(id, PlanState.FAILED, "job.failed");
            throw failure;
        }
    }

    private void make(Plan plan, JobRun run) {
        run.progress(0, Map.of());
        var horizon = plan.horizon(cities.find(plan.cityId()).orElseThrow().zone());
        var built = build(plan, horizon);
        var found = Search.run(built.problem(), plan.seconds(), THREADS, new PlanProgress(run, plan.seconds()));
        if (found.solution().assigned().isEmpty() && run.isCancelled()) {
            results.end(plan.id(), PlanState.CANCELLED, "");
        } else {
            results.draft(plan, horizon, built, found);
        }
    }

    private ProblemBuilder.Built build(Plan plan, Horizon horizon) {
        var unit = units.find(plan.unitId()).orElseThrow();
        var now = clock.instant();
        var material = materials.of(unit.path(), horizon, now);
        if (material.requests().isEmpty()) {
            throw Refusal.invalid("plan.refused.noRequests");
        }
        if (material.speakers().isEmpty()) {
            throw Refusal.invalid("plan.refused.noSpeakers");
        }
        return ProblemBuilder.build(material, horizon, horizon.minuteNotBefore(now));
    }

    @Override
    public String resultPage(Job job) {
        return "/plans/" + job.subjectId();
    }
}
