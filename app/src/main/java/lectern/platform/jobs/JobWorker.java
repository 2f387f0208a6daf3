package lectern.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.database.Scopes;
import lectern.platform.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Runs one queued job with the handler of its kind.
@Component
class JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private final JobRecords records;
    private final ObjectProvider<JobHandler> handlers;

    JobWorker(JobRecords records, ObjectProvider<JobHandler> handlers) {
        this.records = records;
        this.handlers = handlers;
    }

    void run(String jobId, JobOrder order) {
        var actor = order.actor();
        actor.call(() -> Scopes.call(actor.scope(), () -> {
            records.find(UUID.fromString(jobId)).filter(job -> !job.isOver()).ifPresent(this::work);
            return true;
        }));
    }

    private void work(Job job) {
        records.begin(job.id());
        try {
            handler(job.kind()).run(new JobRun(job, records));
            // A server that stops interrupts its jobs: what they then end with is as if somebody had cancelled them.
            var ended = Thread.currentThread().isInterrupted() || records.isCancelAsked(job.id());
            records.end(job.id(), ended ? Job.State.CANCELLED : Job.State.DONE, null);
        } catch (Refusal refusal) {
            records.end(
                    job.id(),
                    Job.State.FAILED,
                    Map.of("key", refusal.key(), "arguments", List.of(refusal.arguments())));
        } catch (RuntimeException failure) {
            LOG.error("Job {} ({}) failed", job.id(), job.kind(), failure);
            records.end(job.id(), Job.State.FAILED, Map.of("key", "job.failed", "arguments", List.of()));
        }
    }

    /// Where people go on from a job. One of a kind that this version does not know leads to the front page.
    String pageAfter(Job job) {
        return find(job.kind()).map(handler -> handler.resultPage(job)).orElse("/");
    }

    private JobHandler handler(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no handler for jobs of kind '" + kind + "'"));
    }

    private Optional<JobHandler> find(String kind) {
        return handlers.stream().filter(handler -> handler.kind().equals(kind)).findFirst();
    }
}
