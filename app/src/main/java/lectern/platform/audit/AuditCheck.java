package lectern.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.platform.Sha256;

/// Walks the chains of the audit and finds what was changed or taken away, computing every hash anew and on its own:
/// it shares nothing with the trigger that wrote them. It reads what the connection may see, in constant memory.
///
/// A chain that is gone altogether, head and all, leaves no trace in the database; backups know it.
public final class AuditCheck {
    /// What is wrong at an entry.
    public enum Fault {
        /// Its content does not have its hash.
        CHANGED,
        /// It is not there, though the chain goes on.
        MISSING,
        /// It does not follow from the one before.
        UNCHAINED,
        /// The chain once was longer: this entry and maybe later ones are gone.
        CUT_OFF
    }

    /// @param path of the chain's unit
    /// @param seq number of the entry in its chain, from 1
    /// @param act what the entry says was done; empty when it is gone
    public record Finding(String path, long seq, Fault fault, String act, String actor, Instant at) {}

    /// @param findings the first of them, at most [#MOST_FINDINGS]
    public record Report(long entries, int chains, List<Finding> findings) {
        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    static final int MOST_FINDINGS = 1000;
    private static final String SEPARATOR = "\u001f";
    private static final int ROWS_AT_A_TIME = 2000;

    private record Head(long seq, byte[] hash) {}

    private final Map<String, Head> heads = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String path = "";
    private long seq;
    private byte[] hash = {};
    private long entries;
    private int chains;

    private AuditCheck() {}

    /// Reads in the connection's running transaction; that should be a repeatable read, or entries written meanwhile
    /// look like faults.
    public static Report run(Connection connection) throws SQLException {
        var check = new AuditCheck();
        check.readHeads(connection);
        check.readEntries(connection);
        check.endChain();
        check.heads.forEach((path, head) -> check.add(path, 1, Fault.CUT_OFF));
        return new Report(check.entries, check.chains, List.copyOf(check.findings));
    }

    private void readHeads(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select path, seq, hash from audit_head where seq > 0");
                var row = statement.executeQuery()) {
            while (row.next()) {
                heads.put(row.getString(1), new Head(row.getLong(2), row.getBytes(3)));
            }
        }
    }

    private void readEntries(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select path, seq, (extract(epoch from at) * 1000000)::bigint as micros, coalesce(actor_id::text, '') as actor_id,
                       actor, act, subject_kind, subject_id, detail::text as detail, previous, hash, at
                from audit_entry order by path, seq
                """)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    read(row);
                }
            }
        }
    }

    private void read(ResultSet row) throws SQLException {
        if (!row.getString("path").equals(path)) {
            endChain();
            path = row.getString("path");
            chains++;
        }
        entries++;
        var number = row.getLong("seq");
        if (number != seq + 1) {
            add(path, seq + 1, Fault.MISSING);
        } else if (!Arrays.equals(hash, row.getBytes("previous"))) {
            add(row, Fault.UNCHAINED);
        }
        if (!Arrays.equals(hashOf(row), row.getBytes("hash"))) {
            add(row, Fault.CHANGED);
        }
        seq = number;
        hash = row.getBytes("hash");
    }

    private static byte[] hashOf(ResultSet row) throws SQLException {
        return Sha256.of(String.join(
                SEPARATOR,
                row.getString("path"),
                Long.toString(row.getLong("seq")),
                Long.toString(row.getLong("micros")),
                row.getString("actor_id"),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("detail"),
                HexFormat.of().formatHex(row.getBytes("previous"))));
    }

    private void endChain() {
        if (!path.isEmpty()) {
            var head = heads.remove(path);
            if (head == null || head.seq() < seq) {
                add(path, seq, Fault.UNCHAINED);
            } else if (head.seq() > seq) {
                add(path, seq + 1, Fault.CUT_OFF);
            } else if (!Arrays.equals(head.hash(), hash)) {
                add(path, seq, Fault.UNCHAINED);
            }
        }
        seq = 0;
        hash = new byte[0];
    }

    private void add(ResultSet row, Fault fault) throws SQLException {
        add(new Finding(
                path,
                row.getLong("seq"),
                fault,
                row.getString("act"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()));
    }

    private void add(String path, long seq, Fault fault) {
        add(new Finding(path, seq, fault, "", "", Instant.EPOCH));
    }

    private void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
