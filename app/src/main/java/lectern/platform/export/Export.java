package lectern.platform.export;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list to be exported.
///
/// @param kind names it in the audit and in the keys of its words: `sheet.<kind>` is its title
/// @param filter what it was narrowed to, for the audit
/// @param columns in the reader's language
/// @param rows writes all of them, inside a transaction in the reader's scope
public record Export(String kind, Map<String, String> filter, List<ExportColumn> columns, Rows rows) {
    /// Rows that the database hands over at a time.
    public static final int ROWS_AT_A_TIME = 1000;

    /// Writes rows into a table.
    @FunctionalInterface
    public interface Rows {
        void into(ExportTable table);
    }

    /// A statement whose rows come a few at a time, instead of all before the first.
    public static JdbcClient.StatementSpec streaming(JdbcClient.StatementSpec statement) {
        return statement.withFetchSize(ROWS_AT_A_TIME);
    }
}
