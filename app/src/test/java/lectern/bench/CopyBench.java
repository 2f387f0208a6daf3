package lectern.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// PostgreSQL's own way in and out, for the same rows as a sheet: nothing can be faster.
final class CopyBench {
    /// The columns of the exported list of talks.
    private static final String TALKS = """
            copy (select t.day, t.starts_at, t.ends_at, u.code, u.name, v.name, p.name, t.segment, s.name, t.state,
                         t.attendance, t.attendance_source, t.reason
                  from talk t join topic p on p.id = t.topic_id join unit u on u.id = t.unit_id
                  join venue v on v.id = t.venue_id left join speaker s on s.id = t.speaker_id
                  order by t.starts_at desc, t.id) to stdout (format csv)
            """;

    /// The tables that an import of speakers writes, with the column that names the speaker; referring ones last.
    private static final Map<String, String> SPEAKERS = speakers();

    private final Connection connection;
    private final CopyManager copy;

    CopyBench(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// @param seconds it took
    record Copied(long rows, double seconds) {}

    Copied talks() throws SQLException, IOException {
        var began = System.nanoTime();
        var rows = copy.copyOut(TALKS, OutputStream.nullOutputStream());
        return new Copied(rows, seconds(began));
    }

    /// Copies the speakers of an import, with their topics and segments, into tables like theirs, indexes included.
    Copied speakers(String importId) throws SQLException, IOException {
        var ids = "select target::uuid from sheet_import_row where outcome = 'NEW' and import_id = '" + importId + "'";
        var contents = new LinkedHashMap<String, byte[]>();
        for (var table : SPEAKERS.entrySet()) {
            var name = table.getKey();
            var content = new ByteArrayOutputStream();
            copy.copyOut(
                    "copy (select * from " + name + " where " + table.getValue() + " = any(array(" + ids
                            + "))) to stdout",
                    content);
            contents.put(name, content.toByteArray());
            run("create table bench_" + name + " (like " + name + " including all)");
        }
        try {
            connection.setAutoCommit(false);
            var rows = 0L;
            var began = System.nanoTime();
            for (var table : contents.entrySet()) {
                var copied = copy.copyIn(
                        "copy bench_" + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
                rows += table.getKey().equals("speaker") ? copied : 0;
            }
            connection.commit();
            return new Copied(rows, seconds(began));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            for (var table : contents.keySet()) {
                run("drop table bench_" + table);
            }
        }
    }

    /// What a query of the owner says.
    String text(String sql, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static Map<String, String> speakers() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("speaker", "id");
        tables.put("speaker_topic", "speaker_id");
        tables.put("speaker_segment", "speaker_id");
        return tables;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
