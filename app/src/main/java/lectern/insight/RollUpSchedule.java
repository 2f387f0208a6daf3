package lectern.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Some node rolls up every two seconds.
@Configuration(proxyBeanMethods = false)
class RollUpSchedule {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> rollUpTask(RollUp rollUp) {
        return Tasks.recurring("roll-up", FixedDelay.of(PAUSE)).execute((instance, context) -> rollUp.drain());
    }
}
