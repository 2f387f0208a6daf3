package lectern.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Starts long work and tells how it stands.
@Component
public class Jobs {
    private final JobRecords records;
    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(JobRecords records, @Lazy Scheduler scheduler, Clock clock) {
        this.records = records;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Queues a job in the running transaction: rolled back, it never starts. Any node may take it. It runs in the
    /// scope and name of the actor.
    ///
    /// @param kind of the [JobHandler] that does it
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID start(Actor actor, String kind, @Nullable UUID subjectId) {
        var id = records.add(actor, kind, subjectId);
        scheduler.schedule(JobConfiguration.JOB
                .instance(id.toString())
                .data(JobOrder.of(actor))
                .scheduledTo(clock.instant()));
        return id;
    }

    public Optional<Job> find(UUID id) {
        return records.find(id);
    }

    /// Asks a running job to stop. It ends with what it has or with nothing, as its kind says.
    public void cancel(UUID id) {
        records.askToCancel(id);
    }
}
