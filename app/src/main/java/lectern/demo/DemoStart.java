package lectern.demo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Loads the demo city when demo mode starts on an empty database. The application says that it is ready afterwards.
@Component
@ConditionalOnProperty(name = "lectern.demo", havingValue = "true")
class DemoStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20260901;

    private final OwnerConnections owner;
    private final Sealer sealer;
    private final Clock clock;

    DemoStart(OwnerConnections owner, Sealer sealer, Clock clock) {
        this.owner = owner;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        try (var connection = owner.open()) {
            if (DemoCity.isLoaded(connection)) {
                return;
            }
            LOG.info("Making the demo city …");
            var began = clock.instant();
            DemoCity.load(connection, LocalDate.ofInstant(began, ZONE), SEED, sealer::seal);
            LOG.info(
                    "The demo city is there after {} s",
                    Duration.between(began, clock.instant()).toSeconds());
        }
    }
}
