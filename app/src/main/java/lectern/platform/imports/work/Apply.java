package lectern.platform.imports.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.platform.audit.Audit;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.work.SheetImport.State;
import lectern.platform.jobs.JobRun;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets the good rows of an import in, all in one transaction. A row whose thing somebody changed since the dry run is
/// refused instead of written over.
@Component
class Apply {
    private static final int JUDGED = 400;
    private static final int WRITTEN = 800;
    private final Kinds kinds;
    private final SheetImports imports;
    private final ImportRows rows;
    private final Sealer sealer;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Apply(
            Kinds kinds,
            SheetImports imports,
            ImportRows rows,
            Sealer sealer,
            Audit audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.imports = imports;
        this.rows = rows;
        this.sealer = sealer;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(SheetImport imported, Actor actor, JobRun run) {
        run.progress(0, Map.of());
        var kind = kinds.required(imported.kind(), actor);
        var sealing = new Sealing(sealer, kind.columns(actor), imported.headings());
        transaction.executeWithoutResult(status -> {
            oneAtATime(jdbc, kind, actor);
            if (imports.hold(imported.id()).orElseThrow().state() == State.APPLYING) {
                write(imported, kind, sealing, actor, run);
            }
        });
    }

    /// The second import of a kind in a city sees what the first one made.
    static void oneAtATime(JdbcClient jdbc, SheetKind kind, Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import ' || :kind || ' ' || :city, 0))")
                .param("kind", kind.name())
                .param("city", actor.cityId().toString())
                .query((row, number) -> true)
                .single();
    }

    private void write(SheetImport imported, SheetKind kind, Sealing sealing, Actor actor, JobRun run) {
        var judged = Judging.again(kind, rows.good(imported.id(), sealing), actor);
        run.progress(JUDGED, Map.of());
        kind.write(changes(judged), actor);
        run.progress(WRITTEN, Map.of());
        rows.settle(imported.id(), judged);
        var counts = rows.count(imported.id());
        imports.applied(imported.id(), actor, counts);
        audit.record(
                "import-sheet",
                "sheet-import",
                imported.id(),
                Map.of(
                        "kind", kind.name(),
                        "file", imported.fileName(),
                        "new", counts.fresh(),
                        "changed", counts.changed(),
                        "failed", counts.failed()));
    }

    /// What the good rows write, each target once.
    static List<Change> changes(List<ImportRow> judged) {
        var changes = new LinkedHashMap<String, Change>();
        judged.stream()
                .filter(row -> row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED)
                .forEach(row -> changes.putIfAbsent(row.target(), row.change()));
        return List.copyOf(changes.values());
    }
}
