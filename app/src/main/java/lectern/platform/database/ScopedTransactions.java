package lectern.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Sets the bound scope at the start of every transaction, read-only ones included. The settings are local to the
/// transaction, so a pooled connection carries nothing over, and without them row-level security shows nothing.
class ScopedTransactions extends JdbcTransactionManager {
    ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Scopes.current().ifPresent(scope -> {
            try {
                set(scope, DataSourceUtils.getConnection(obtainDataSource()));
            } catch (SQLException failure) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("could not set the scope of the transaction", failure);
            }
        });
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
