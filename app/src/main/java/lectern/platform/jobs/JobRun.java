package lectern.platform.jobs;

import java.util.Map;
import java.util.UUID;

/// A job while it runs: what it works on, and where it says how far it is.
public final class JobRun {
    private final Job job;
    private final JobRecords records;

    JobRun(Job job, JobRecords records) {
        this.job = job;
        this.records = records;
    }

    public Job job() {
        return job;
    }

    /// What the job works on.
    ///
    /// @throws IllegalStateException when it was started without one
    public UUID subjectId() {
        var subject = job.subjectId();
        if (subject == null) {
            throw new IllegalStateException("job " + job.id() + " works on nothing");
        }
        return subject;
    }

    /// Shows people how far it is. Commits at once, apart from any transaction of the work.
    ///
    /// @param thousandths 0 to 1000
    /// @param detail what the kind's progress fragment shows
    public void progress(int thousandths, Map<String, ?> detail) {
        records.progress(job.id(), Math.clamp(thousandths, 0, 1000), detail);
    }

    /// Whether somebody asked to stop it. Long work looks at it at least once a second.
    public boolean isCancelled() {
        return records.isCancelAsked(job.id());
    }
}
