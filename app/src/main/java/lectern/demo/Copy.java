package lectern.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Writes rows into a table with COPY in text format (PostgreSQL documentation, COPY).
final class Copy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private final PGCopyOutputStream out;
    private final StringBuilder row = new StringBuilder();

    /// @param columns the table with its columns, such as `unit (id, name)`
    Copy(Connection connection, String columns) throws SQLException {
        out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + columns + " from stdin", BUFFER);
    }

    void row(@Nullable Object... values) {
        row.setLength(0);
        for (var value : values) {
            if (!row.isEmpty()) {
                row.append('\t');
            }
            append(value);
        }
        row.append('\n');
        try {
            out.write(row.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> row.append("\\N");
            case byte[] bytes ->
                row.append("\\\\x").append(java.util.HexFormat.of().formatHex(bytes));
            case Instant instant -> row.append(instant);
            case Boolean flag -> row.append(flag ? 't' : 'f');
            default ->
                row.append(value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n"));
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            out.close();
        } catch (IOException failure) {
            throw new SQLException("COPY failed: " + failure.getMessage(), failure);
        }
    }
}
