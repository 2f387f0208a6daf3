package lectern.planning.substitute;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Some node looks after all askings every few seconds.
@Configuration(proxyBeanMethods = false)
class AskingSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(AskingSchedule.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private record Running(UUID id, UUID cityId, String path, String zone) {}

    @Bean
    RecurringTask<Void> askingTask(JdbcClient jdbc, Askings askings) {
        return Tasks.recurring("ask-in-turn", FixedDelay.of(PAUSE))
                .execute((instance, context) -> running(jdbc).forEach(each -> advance(each, askings)));
    }

    private static List<Running> running(JdbcClient jdbc) {
        return jdbc.sql("select id, city_id, scope_path, zone from running_asking order by id")
                .query((row, number) -> new Running(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4)))
                .list();
    }

    /// One that fails does not keep the others waiting.
    private static void advance(Running asking, Askings askings) {
        try {
            Scopes.run(
                    new Scope(asking.cityId(), asking.path()),
                    () -> askings.advance(asking.id(), ZoneId.of(asking.zone())));
        } catch (RuntimeException failure) {
            LOG.warn("Asking {} is looked at again later", asking.id(), failure);
        }
    }
}
