package lectern.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.time.Duration;
import javax.sql.DataSource;
import lectern.platform.Secrets;
import lectern.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Order of start: server, migration, pool. Whatever needs a connection therefore finds the schema in place.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int POOL_SIZE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Settings settings, Secrets secrets) {
        var server = settings.db().url() == null
                ? new EmbeddedServer(settings.data(), secrets)
                : ExternalServer.of(settings.db(), secrets);
        try {
            Migration.run(server.credentials());
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
        return server;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server) {
        var credentials = server.credentials();
        var pool = new HikariConfig();
        pool.setJdbcUrl(credentials.url());
        pool.setUsername(credentials.application().user());
        pool.setPassword(credentials.application().password());
        pool.setMaximumPoolSize(POOL_SIZE);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setAutoCommit(true);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "lectern");
        // Lists have many filters of which few are set: a plan made for all of them fits none.
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        return new HikariDataSource(pool);
    }

    @Bean
    OwnerConnections ownerConnections(DatabaseServer server) {
        return () -> {
            var credentials = server.credentials();
            return DriverManager.getConnection(
                    credentials.url(),
                    credentials.owner().user(),
                    credentials.owner().password());
        };
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactions(dataSource, POOL_SIZE, PATIENCE);
    }
}
