package lectern.platform.imports.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.work.ShownRow.Remark;
import lectern.platform.imports.work.ShownRow.Value;
import lectern.platform.spreadsheet.CellPlace;
import lectern.platform.web.Words;

/// Puts rows into the words of their reader. The words of a column's values are looked up together, so the number of
/// queries does not depend on the rows.
final class ShownRows {
    private static final String BETWEEN = " · ";
    private final SheetImport imported;
    private final SheetKind kind;
    private final Map<String, SheetColumn> columns;
    private final Words words;
    private final Map<String, Map<String, String>> shown = new HashMap<>();

    private ShownRows(SheetImport imported, SheetKind kind, List<SheetColumn> columns, Words words) {
        this.imported = imported;
        this.kind = kind;
        this.columns = columns.stream()
                .collect(Collectors.toMap(
                        SheetColumn::key, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        this.words = words;
    }

    static List<ShownRow> of(
            List<ImportRow> rows, SheetImport imported, SheetKind kind, List<SheetColumn> columns, Words words) {
        var showing = new ShownRows(imported, kind, columns, words);
        showing.columns.values().forEach(column -> showing.lookUp(column, rows));
        return rows.stream().map(showing::row).toList();
    }

    private void lookUp(SheetColumn column, List<ImportRow> rows) {
        Set<String> values = rows.stream()
                .flatMap(row -> Stream.of(row.before(), row.after()))
                .map(row -> row.getOrDefault(column.key(), ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        shown.put(column.key(), values.isEmpty() ? Map.of() : column.type().shown(values, words));
    }

    private ShownRow row(ImportRow row) {
        return new ShownRow(row.number(), name(row), values(row), remarks(row), row.undo() == ImportRow.Undo.KEPT);
    }

    /// What the columns say without which nobody knows what a row is about.
    private String name(ImportRow row) {
        return columns.values().stream()
                .filter(column -> column.need() == SheetColumn.Need.ALWAYS && !column.secret())
                .map(column -> row.after().isEmpty() ? cell(row, column) : text(column, row.after()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    private String cell(ImportRow row, SheetColumn column) {
        var position = position(column.key());
        return position < 0 || position >= row.cells().size()
                ? ""
                : row.cells().get(position).strip();
    }

    private int position(String column) {
        return IntStream.range(0, imported.headings().size())
                .filter(index -> imported.headings().get(index).column().equals(column))
                .findFirst()
                .orElse(-1);
    }

    private List<Value> values(ImportRow row) {
        var values = new ArrayList<Value>();
        for (var column : columns.values()) {
            var before = text(column, row.before());
            var after = text(column, row.after());
            var isNews = row.outcome() == Outcome.NEW
                    ? column.need() != SheetColumn.Need.ALWAYS && !after.isEmpty()
                    : !row.before()
                            .getOrDefault(column.key(), "")
                            .equals(row.after().getOrDefault(column.key(), ""));
            if (isNews) {
                values.add(new Value(Headings.heading(kind.name(), column.key(), words), before, after));
            }
        }
        if (row.before().containsKey(SheetKind.RETIRED)) {
            values.add(new Value(
                    words.of("import.retired"), words.of("import.retired.yes"), words.of("import.retired.no")));
        }
        return values;
    }

    private String text(SheetColumn column, Map<String, String> values) {
        var value = values.getOrDefault(column.key(), "");
        return value.isEmpty() ? "" : shown.getOrDefault(column.key(), Map.of()).getOrDefault(value, value);
    }

    private List<Remark> remarks(ImportRow row) {
        return row.problems().stream()
                .map(problem -> remark(problem, row.number()))
                .toList();
    }

    private Remark remark(SheetProblem problem, int number) {
        if (!columns.containsKey(problem.column())) {
            return new Remark("", "", problem.text(words));
        }
        var position = position(problem.column());
        return new Remark(
                position < 0 ? "" : CellPlace.of(position, number),
                Headings.heading(kind.name(), problem.column(), words),
                problem.text(words));
    }
}
