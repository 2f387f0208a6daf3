package lectern.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The queue in the database: any number of nodes share it, and a job whose node died is taken up by another.
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    static final TaskDescriptor<JobOrder> JOB = TaskDescriptor.of("job", JobOrder.class);
    private static final int THREADS = 2;

    /// @param recurring what modules want done again and again, as beans of their own
    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, JobWorker worker, ObjectProvider<RecurringTask<?>> recurring) {
        var job = Tasks.oneTime(JOB).execute((instance, context) -> worker.run(instance.getId(), instance.getData()));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.of(job))
                .startTasks(recurring.orderedStream().toList())
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .enableImmediateExecution()
                .build();
    }
}
