package lectern.platform.imports.work;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.platform.audit.Audit;
import lectern.platform.imports.CellType;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.work.ImportBook.Mark;
import lectern.platform.imports.work.ImportBook.Printed;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import lectern.platform.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes the workbooks that people download: the template of a kind, and the rows that failed.
@Component
class ImportFiles {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final ImportRows rows;
    private final Headings headings;
    private final Sealer sealer;
    private final Audit audit;

    ImportFiles(ImportRows rows, Headings headings, Sealer sealer, Audit audit) {
        this.rows = rows;
        this.headings = headings;
        this.sealer = sealer;
        this.audit = audit;
    }

    static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    void template(SheetKind kind, Actor actor, Words words, OutputStream out) {
        var columns = kind.columns(actor);
        var guides = columns.stream()
                .map(column -> ColumnGuide.of(kind, column, words))
                .toList();
        var printed = IntStream.range(0, columns.size())
                .mapToObj(index -> printed(guides.get(index).heading(), columns.get(index), guides.get(index), words))
                .toList();
        try (var book = new ImportBook(out, words.of("sheet." + kind.name()), printed, words)) {
            book.hints(words.of("import.aside.how"));
            book.aside(
                    words.of("import.aside.example"),
                    guides.stream().map(ColumnGuide::example).toList());
        }
    }

    private static Printed printed(String heading, SheetColumn column, ColumnGuide guide, Words words) {
        var hint = words.of("import.need." + column.need()) + words.of("import.need.then") + guide.hint();
        return new Printed(heading, column, hint, isWide(column, words));
    }

    private static boolean isWide(SheetColumn column, Words words) {
        return column.type().shape() == CellType.Shape.TEXT
                && !column.type().isClosed()
                && !column.type().offered(words).isEmpty();
    }

    /// The failed rows in the layout of the file that they came in: the wrong cells marked, each with its reason, and
    /// all reasons of a row in one more column.
    ///
    /// @return a file that the caller takes away
    @Transactional
    public Path failed(SheetImport imported, SheetKind kind, Actor actor, Words words) throws IOException {
        var columns = kind.columns(actor);
        var byKey = columns.stream().collect(Collectors.toMap(SheetColumn::key, Function.identity()));
        var kept = IntStream.range(0, imported.headings().size())
                .filter(index ->
                        !headings.isReason(imported.headings().get(index).text()))
                .boxed()
                .toList();
        var printed = new ArrayList<Printed>();
        for (var index : kept) {
            var heading = imported.headings().get(index);
            var column = byKey.get(heading.column());
            printed.add(
                    column == null
                            ? new Printed(heading.text(), null, "", false)
                            : printed(heading.text(), column, ColumnGuide.of(kind, column, words), words));
        }
        printed.add(new Printed(words.of("import.reason"), null, "", true));
        var file = Files.createTempFile("lectern-failed", ".xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new ImportBook(out, words.of("sheet." + kind.name()), printed, words)) {
            book.hints(words.of("import.aside.how"));
            rows.failed(
                    imported.id(),
                    new Sealing(sealer, columns, imported.headings()),
                    row -> print(row, kept, imported, words, book));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        audit.record(
                "download-failed-rows",
                "sheet-import",
                imported.id(),
                Map.of("file", imported.fileName(), "failed", imported.counts().failed()));
        return file;
    }

    private static void print(ImportRow row, List<Integer> kept, SheetImport imported, Words words, ImportBook book) {
        var cells = new ArrayList<String>();
        var marks = new ArrayList<Mark>();
        for (var index : kept) {
            var column = imported.headings().get(index).column();
            var wrong = row.problems().stream()
                    .filter(problem -> !column.isEmpty() && problem.column().equals(column))
                    .map(problem -> problem.text(words))
                    .collect(Collectors.joining("\n"));
            if (!wrong.isEmpty()) {
                marks.add(new Mark(cells.size(), wrong));
            }
            cells.add(index < row.cells().size() ? row.cells().get(index) : "");
        }
        cells.add(reasons(row.problems(), words));
        book.row(cells, marks);
    }

    private static String reasons(List<SheetProblem> problems, Words words) {
        return problems.stream().map(problem -> problem.text(words)).collect(Collectors.joining("\n"));
    }
}
