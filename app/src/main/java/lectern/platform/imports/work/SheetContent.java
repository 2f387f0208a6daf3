package lectern.platform.imports.work;

import java.util.List;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;

/// A file that was read: its headings, and its rows with what could not be read in them.
record SheetContent(List<SheetImport.Heading> headings, List<Row> rows) {
    /// @param cells as they stood, as text
    record Row(SheetLine line, List<String> cells, List<SheetProblem> problems) {}

    List<SheetLine> lines() {
        return rows.stream().map(Row::line).toList();
    }
}
