package lectern;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts the SQL statements that pages prepare, for tests of pages whose number of queries must not depend
/// on their rows. Those of every page that is asked for meanwhile count, so it asks a few
/// times and takes the least.
public class StatementCount implements BeanPostProcessor {
    private static final Set<String> PREPARING = Set.of("prepareStatement", "prepareCall", "createStatement");
    private static final int TRIES = 3;
    private final AtomicInteger prepared = new AtomicInteger();

    /// The least number of statements that the work took in a few tries; the work may be repeated.
    public int of(Runnable work) {
        var least = Integer.MAX_VALUE;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var before = prepared.get();
            work.run();
            least = Math.min(least, prepared.get() - before);
        }
        return least;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? counting(source) : bean;
    }

    private DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return StatementCount.this.counting(source.getConnection());
            }
        };
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (PREPARING.contains(method.getName()) && isForThePage(arguments)) {
                        prepared.incrementAndGet();
                    }
                    return pass(connection, method, arguments);
                });
    }

    /// Jobs run in threads of their own; the session is saved after the answer has gone out.
    private static boolean isForThePage(Object @Nullable [] arguments) {
        return Thread.currentThread().getName().startsWith("tomcat")
                && (arguments == null
                        || !arguments[0].toString().toUpperCase(Locale.ROOT).contains("SPRING_SESSION"));
    }

    private static @Nullable Object pass(
            Connection connection, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
