package lectern.platform.imports.work;

import java.util.List;
import java.util.Map;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetProblem;
import lectern.platform.jobs.JobRun;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The dry run: reads a file and writes down what each of its rows would do.
@Component
class Check {
    private static final int READ = 400;
    private static final int JUDGED = 800;
    private final Kinds kinds;
    private final Uploads uploads;
    private final SheetReading reading;
    private final SheetImports imports;
    private final ImportRows rows;
    private final Sealer sealer;
    private final TransactionTemplate transaction;

    Check(
            Kinds kinds,
            Uploads uploads,
            SheetReading reading,
            SheetImports imports,
            ImportRows rows,
            Sealer sealer,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.uploads = uploads;
        this.reading = reading;
        this.imports = imports;
        this.rows = rows;
        this.sealer = sealer;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(SheetImport imported, Actor actor, JobRun run) {
        run.progress(0, Map.of());
        var kind = kinds.required(imported.kind(), actor);
        var columns = kind.columns(actor);
        SheetContent content;
        try {
            content = reading.read(uploads.content(imported.fileId()), imported.fileName(), kind, columns);
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(
                    status -> imports.refuse(imported.id(), SheetProblem.at("", refusal.key(), refusal.arguments())));
            return;
        }
        run.progress(READ, Map.of());
        transaction.executeWithoutResult(status -> judge(imported, kind, columns, content, actor, run));
    }

    private void judge(
            SheetImport imported,
            SheetKind kind,
            List<SheetColumn> columns,
            SheetContent content,
            Actor actor,
            JobRun run) {
        var judged = Judging.first(kind, content, actor);
        run.progress(JUDGED, Map.of());
        rows.store(imported, judged, new Sealing(sealer, columns, content.headings()));
        imports.checked(imported.id(), content.headings(), rows.count(imported.id()));
    }
}
