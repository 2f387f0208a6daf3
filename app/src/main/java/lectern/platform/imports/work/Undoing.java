package lectern.platform.imports.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lectern.platform.audit.Audit;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.SheetTie;
import lectern.platform.imports.work.SheetImport.State;
import lectern.platform.jobs.JobRun;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts back what an import changed and takes back what it made, all in one transaction. What somebody changed since,
/// or something hangs on, stays as it is and says why.
@Component
class Undoing {
    private final Kinds kinds;
    private final SheetImports imports;
    private final ImportRows rows;
    private final Headings headings;
    private final Sealer sealer;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final List<SheetTie> ties;
    private final TransactionTemplate transaction;

    Undoing(
            Kinds kinds,
            SheetImports imports,
            ImportRows rows,
            Headings headings,
            Sealer sealer,
            Audit audit,
            JdbcClient jdbc,
            ObjectProvider<SheetTie> ties,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.imports = imports;
        this.rows = rows;
        this.headings = headings;
        this.sealer = sealer;
        this.audit = audit;
        this.jdbc = jdbc;
        this.ties = ties.orderedStream().toList();
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(SheetImport imported, Actor actor, JobRun run) {
        run.progress(0, Map.of());
        var kind = kinds.required(imported.kind(), actor);
        var columns = kind.columns(actor);
        transaction.executeWithoutResult(status -> {
            Apply.oneAtATime(jdbc, kind, actor);
            if (imports.hold(imported.id()).orElseThrow().state() == State.UNDOING) {
                undo(imported, kind, columns, actor);
            }
        });
    }

    private void undo(SheetImport imported, SheetKind kind, List<SheetColumn> columns, Actor actor) {
        var good = rows.good(imported.id(), new Sealing(sealer, columns, imported.headings()));
        var changes = Apply.changes(good);
        var kept = kept(kind, columns, changes, actor);
        var back = changes.stream()
                .filter(change -> !kept.containsKey(change.target()))
                .toList();
        kind.write(
                back.stream()
                        .filter(change -> !change.fresh())
                        .map(Change::reversed)
                        .toList(),
                actor);
        kind.takeBack(back.stream().filter(Change::fresh).toList(), actor);
        var putBack = new HashMap<String, List<SheetProblem>>();
        back.forEach(change -> putBack.put(change.target(), List.of()));
        rows.undone(imported.id(), ImportRow.Undo.PUT_BACK, putBack);
        rows.undone(imported.id(), ImportRow.Undo.KEPT, kept);
        var keptRows = (int)
                good.stream().filter(row -> kept.containsKey(row.target())).count();
        imports.undone(imported.id(), actor, good.size() - keptRows, keptRows);
        audit.record(
                "undo-import",
                "sheet-import",
                imported.id(),
                Map.of(
                        "kind",
                        kind.name(),
                        "file",
                        imported.fileName(),
                        "putBack",
                        good.size() - keptRows,
                        "kept",
                        keptRows));
    }

    private Map<String, List<SheetProblem>> kept(
            SheetKind kind, List<SheetColumn> columns, List<Change> changes, Actor actor) {
        var present = kind.current(changes, actor);
        var kept = new LinkedHashMap<String, List<SheetProblem>>();
        for (var change : changes) {
            reason(change, present.get(change.target()), kind, columns)
                    .ifPresent(reason -> kept.put(change.target(), List.of(reason)));
        }
        // What stays for one of these reasons may itself hang on something that the import made.
        held(
                        kind,
                        changes.stream()
                                .filter(change -> change.fresh() && !kept.containsKey(change.target()))
                                .map(Change::target)
                                .toArray(String[]::new))
                .forEach((target, reason) -> kept.put(target, List.of(reason)));
        return kept;
    }

    private Optional<SheetProblem> reason(
            Change change, @Nullable Map<String, String> now, SheetKind kind, List<SheetColumn> columns) {
        if (now == null) {
            return Optional.of(SheetProblem.at("", "import.undo.gone"));
        }
        return columns.stream()
                .filter(column -> now.containsKey(column.key())
                        && !Objects.equals(now.get(column.key()), change.after().getOrDefault(column.key(), "")))
                .findFirst()
                .map(column -> SheetProblem.at(
                        column.key(), "import.undo.changedSince", headings.heading(kind.name(), column)));
    }

    /// What hangs on things that the import made.
    private Map<String, SheetProblem> held(SheetKind kind, String[] fresh) {
        var held = new HashMap<String, SheetProblem>();
        for (var tie : ties) {
            if (tie.kind().equals(kind.name()) && fresh.length > 0) {
                new ArrayList<>(jdbc.sql(tie.held())
                                .param("targets", fresh)
                                .query(String.class)
                                .list())
                        .forEach(target -> held.putIfAbsent(target, SheetProblem.at("", tie.key())));
            }
        }
        return held;
    }
}
