package lectern.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Sets the bound scope at the start of every transaction, read-only ones included. The settings are local to the
/// transaction, so a pooled connection carries nothing over, and without them row-level security shows nothing.
///
/// Whoever finds all connections taken queues here and not at the pool: there, each connection that is given back is
/// fought for, which keeps the processor busy with virtual threads, and on a busy machine some wait until they give up.
class ScopedTransactions extends JdbcTransactionManager {
    private final Semaphore connections;
    private final Duration patience;

    /// @param connections that the pool has
    /// @param patience how long to wait for one
    ScopedTransactions(DataSource dataSource, int connections, Duration patience) {
        super(dataSource);
        this.connections = new Semaphore(connections, true);
        this.patience = patience;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        awaitConnection();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException failure) {
            connections.release();
            throw failure;
        }
        Scopes.current().ifPresent(scope -> {
            try {
                set(scope, DataSourceUtils.getConnection(obtainDataSource()));
            } catch (SQLException failure) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("could not set the scope of the transaction", failure);
            }
        });
    }

    /// Work that was interrupted before, such as a job of a server that stops, still gets its connection: it has its
    /// end to write down.
    private void awaitConnection() {
        var interruptedBefore = Thread.interrupted();
        try {
            if (!connections.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("all connections were taken for " + patience);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("interrupted while all connections were taken", stop);
        } finally {
            if (interruptedBefore) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            connections.release();
        }
    }

    private static void set(Scope scope, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select set_config('lectern.scope', ?, true),
                       set_config('lectern.city', ?, true),
                       set_config('lectern.speaker', ?, true)
                """)) {
            statement.setString(1, scope.path());
            statement.setString(2, scope.cityId().toString());
            statement.setString(
                    3, scope.speakerId() == null ? "" : scope.speakerId().toString());
            statement.execute();
        }
    }
}
