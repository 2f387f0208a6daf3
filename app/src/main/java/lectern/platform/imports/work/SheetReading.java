package lectern.platform.imports.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.platform.imports.Reading;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.SheetRow;
import lectern.platform.spreadsheet.Spreadsheet;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a file as sheets of a kind are read.
@Component
class SheetReading {
    /// Titles may stand above the headings.
    private static final int LOOKED_FOR_HEADINGS = 10;

    /// Rows whose first word begins like this explain or give an example; our templates have them.
    static final String ASIDE = "※";

    private final Headings headings;

    SheetReading(Headings headings) {
        this.headings = headings;
    }

    /// @throws Refusal when it is no such file, or its headings do not say what its columns are
    SheetContent read(byte[] content, String fileName, SheetKind kind, List<SheetColumn> columns) {
        try (var sheet = Spreadsheet.open(content)) {
            var rows = sheet.rows().iterator();
            var first = new ArrayList<SheetRow>();
            while (rows.hasNext() && first.size() < LOOKED_FOR_HEADINGS) {
                first.add(rows.next());
            }
            if (first.isEmpty()) {
                throw Refusal.invalid("import.empty");
            }
            var found = headings.find(kind.name(), columns, first);
            var reader = new Rows(found, kind, columns, new MergedAreas(sheet.merged()));
            first.stream().filter(row -> row.number() > found.row()).forEach(reader::read);
            rows.forEachRemaining(reader::read);
            if (reader.rows.isEmpty()) {
                throw Refusal.invalid("import.noRows");
            }
            return new SheetContent(found.headings(), reader.rows);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read " + fileName, failure);
        }
    }

    private final class Rows {
        private final Headings.Found found;
        private final SheetKind kind;
        private final Map<String, SheetColumn> columns;
        private final MergedAreas merged;
        private final List<SheetContent.Row> rows = new ArrayList<>();

        Rows(Headings.Found found, SheetKind kind, List<SheetColumn> columns, MergedAreas merged) {
            this.found = found;
            this.kind = kind;
            this.columns = columns.stream().collect(Collectors.toMap(SheetColumn::key, Function.identity()));
            this.merged = merged;
        }

        void read(SheetRow row) {
            if (!isAside(row.cells().iterator())) {
                rows.add(line(row));
            }
        }

        private static boolean isAside(Iterator<Cell> cells) {
            while (cells.hasNext()) {
                var text = cells.next().text();
                if (!text.isEmpty()) {
                    return text.startsWith(ASIDE);
                }
            }
            return true;
        }

        private SheetContent.Row line(SheetRow row) {
            var values = new HashMap<String, String>();
            var problems = new ArrayList<SheetProblem>();
            var cells = new ArrayList<String>();
            for (var index = 0; index < found.headings().size(); index++) {
                var cell = row.cell(index);
                cells.add(cell instanceof Cell.Text text ? text.raw() : cell.text());
                var column = columns.get(found.headings().get(index).column());
                if (column != null) {
                    var problem = read(row.number(), index, cell, column, values);
                    if (problem != null) {
                        problems.add(problem);
                    }
                }
            }
            return new SheetContent.Row(
                    new SheetLine(row.number(), values, problems.isEmpty()), cells, List.copyOf(problems));
        }

        private @Nullable SheetProblem read(
                int row, int index, Cell cell, SheetColumn column, Map<String, String> values) {
            if (cell.isEmpty()) {
                return column.need() != SheetColumn.Need.ALWAYS
                        ? null
                        : merged.covering(row, index)
                                .map(area -> SheetProblem.at(column.key(), "import.cell.merged", area))
                                .orElseGet(() -> SheetProblem.at(
                                        column.key(), "import.cell.empty", headings.heading(kind.name(), column)));
            }
            return switch (column.type().read(cell)) {
                case Reading.Unreadable unreadable -> SheetProblem.at(column.key(), unreadable);
                case Reading.Value value -> {
                    if (!value.text().isEmpty()) {
                        values.put(column.key(), value.text());
                    }
                    yield null;
                }
            };
        }
    }
}
