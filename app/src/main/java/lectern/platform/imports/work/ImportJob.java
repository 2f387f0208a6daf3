package lectern.platform.imports.work;

import lectern.platform.jobs.Job;
import lectern.platform.jobs.JobHandler;
import lectern.platform.jobs.JobRun;
import lectern.platform.security.Actor;
import org.springframework.stereotype.Component;

/// Does what an import waits for: the dry run, letting the rows in, or undoing it. Each is one transaction, so a server
/// that is killed leaves nothing half done, and the node that takes the job up begins afresh.
@Component
class ImportJob implements JobHandler {
    static final String KIND = "import";
    private final SheetImports imports;
    private final Check check;
    private final Apply apply;
    private final Undoing undoing;

    ImportJob(SheetImports imports, Check check, Apply apply, Undoing undoing) {
        this.imports = imports;
        this.check = check;
        this.apply = apply;
        this.undoing = undoing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var imported = imports.find(run.subjectId()).orElseThrow();
        var actor = Actor.current().orElseThrow();
        switch (imported.state()) {
            case CHECKING -> check.run(imported, actor, run);
            case APPLYING -> apply.run(imported, actor, run);
            case UNDOING -> undoing.run(imported, actor, run);
            // A server was killed after its work was done and before it said so.
            case REFUSED, CHECKED, APPLIED, UNDONE -> {}
        }
    }

    @Override
    public String resultPage(Job job) {
        return "/imports/" + job.subjectId();
    }
}
