package lectern.platform.imports.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;

/// Turns what a kind says about lines into rows.
final class Judging {
    private Judging() {}

    /// What the rows of a file would do.
    static List<ImportRow> first(SheetKind kind, SheetContent content, Actor actor) {
        var verdicts = kind.judge(content.lines(), actor, false);
        var rows = new ArrayList<ImportRow>();
        for (var index = 0; index < verdicts.size(); index++) {
            var row = content.rows().get(index);
            rows.add(row(
                    row.line().number(),
                    row.cells(),
                    row.problems().isEmpty() ? verdicts.get(index) : new Verdict.Failed(row.problems())));
        }
        return rows;
    }

    private static ImportRow row(int number, List<String> cells, Verdict verdict) {
        return switch (verdict) {
            case Verdict.New fresh ->
                new ImportRow(number, Outcome.NEW, fresh.target(), cells, Map.of(), fresh.after(), fresh.notes(), null);
            case Verdict.Changed changed ->
                new ImportRow(
                        number,
                        Outcome.CHANGED,
                        changed.target(),
                        cells,
                        changed.before(),
                        changed.after(),
                        changed.notes(),
                        null);
            case Verdict.Unchanged unchanged ->
                new ImportRow(
                        number, Outcome.UNCHANGED, unchanged.target(), List.of(), Map.of(), Map.of(), List.of(), null);
            case Verdict.Failed failed ->
                new ImportRow(number, Outcome.FAILED, "", cells, Map.of(), Map.of(), failed.problems(), null);
        };
    }

    /// Judges rows again before they are written: what people saw and agreed to is still what would happen, or the row
    /// is refused.
    static List<ImportRow> again(SheetKind kind, List<ImportRow> rows, Actor actor) {
        var lines = rows.stream()
                .map(row -> new SheetLine(row.number(), row.after(), true))
                .toList();
        var verdicts = kind.judge(lines, actor, true);
        var judged = new ArrayList<ImportRow>();
        for (var index = 0; index < rows.size(); index++) {
            judged.add(compared(rows.get(index), verdicts.get(index)));
        }
        return judged;
    }

    private static ImportRow compared(ImportRow seen, Verdict verdict) {
        var now = row(seen.number(), seen.cells(), verdict);
        if (now.outcome() == Outcome.FAILED) {
            return seen.failed(now.problems());
        }
        var same = now.outcome() == seen.outcome()
                && now.before().equals(seen.before())
                && now.after().equals(seen.after());
        return same ? now : seen.failed(List.of(SheetProblem.at("", "import.row.changedMeanwhile")));
    }
}
