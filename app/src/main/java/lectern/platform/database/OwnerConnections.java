package lectern.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Connections of the schema's owner, who sees every row: for loading the demo city and for verifying the audit, never
/// for a request.
@FunctionalInterface
public interface OwnerConnections {
    /// @throws SQLException when the database is not reachable
    Connection open() throws SQLException;
}
