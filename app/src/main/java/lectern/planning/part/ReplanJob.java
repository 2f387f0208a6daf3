package lectern.planning.part;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanProgress;
import lectern.planning.PlanQueries;
import lectern.planning.board.Boards;
import lectern.planning.board.Clash;
import lectern.planning.board.Drafts;
import lectern.planning.problem.Part;
import lectern.planning.problem.Taken;
import lectern.platform.jobs.Job;
import lectern.platform.jobs.JobHandler;
import lectern.platform.jobs.JobRun;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;

/// Plans a part of a draft again: its talks are free, but for those that are pinned; nothing else moves.
@Component
class ReplanJob implements JobHandler {
    static final String KIND = "replan";
    private static final int THREADS = 2;
    private final Replans replans;
    private final PlanQueries plans;
    private final Drafts drafts;
    private final Boards boards;
    private final ReplanResults results;

    ReplanJob(Replans replans, PlanQueries plans, Drafts drafts, Boards boards, ReplanResults results) {
        this.replans = replans;
        this.plans = plans;
        this.drafts = drafts;
        this.boards = boards;
        this.results = results;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var begun = replans.begin(run.subjectId());
        if (begun.isEmpty()) {
            return;
        }
        var replan = begun.get();
        try {
            make(replan, plans.find(replan.planId()).orElseThrow(Refusal::notFound), run);
        } catch (Refusal refusal) {
            replans.end(replan.id(), Replan.State.FAILED, refusal.key());
            throw refusal;
        } catch (RuntimeException failure) {
            replans.end(replan.id(), Replan.State.FAILED, "job.failed");
            throw failure;
        }
    }

    private void make(Replan replan, Plan plan, JobRun run) {
        run.progress(0, Map.of());
        if (!plan.isDraft() || plan.version() != replan.version()) {
            throw Refusal.conflict("plan.part.refused.changed");
        }
        var draft = drafts.of(plan);
        var board = boards.of(plan);
        var free = new HashSet<UUID>();
        for (var request : replan.requests()) {
            var talk = draft.talks().get(request);
            var pinned = talk == null || (talk.given() != null && talk.given().pinned());
            if (!pinned && board.clashes().get(request) != Clash.REQUEST) {
                free.add(request);
            }
        }
        var part = Part.of(draft.solution(), free, Taken.since(draft.solution(), board.booked(), draft.horizon()));
        var result = part.size() == 0
                ? new Part.Result(draft.solution(), Set.of())
                : part.search(replan.seconds(), THREADS, new PlanProgress(run, replan.seconds()));
        results.keep(plan, replan, draft, result);
    }

    @Override
    public String resultPage(Job job) {
        return "/plans";
    }
}
