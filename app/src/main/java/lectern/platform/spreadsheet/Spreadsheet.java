package lectern.platform.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.platform.web.Refusal;

/// A sheet that somebody handed in, open for reading once from its first row to its last in little memory.
///
/// What cannot be read is refused with a reason that says what to do: here when it is opened, or at the row where a
/// limit ([SpreadsheetLimits]) is passed. Not thread-safe.
public interface Spreadsheet extends AutoCloseable {
    /// The sheet's name: of the first visible one that has something in it; empty for a csv file.
    String name();

    /// Areas of merged cells, such as `B3:B7`; only the first cell of each has the content.
    List<String> merged();

    /// The rows that have something in them, read as they are asked for.
    ///
    /// @throws Refusal from the stream, where the rest of the file cannot be read
    Stream<SheetRow> rows();

    @Override
    void close() throws IOException;

    /// @param file a workbook (xlsx) or a csv file, told apart by its content
    /// @throws Refusal when it is neither, or is one that cannot be read
    static Spreadsheet open(Path file) throws IOException {
        return switch (FileKind.of(file)) {
            case EMPTY -> throw Refusal.invalid("sheet.empty");
            case ZIP -> XlsxSheet.open(file);
            case OLD_WORKBOOK -> throw Refusal.invalid("sheet.oldWorkbook");
            case ENCRYPTED -> throw Refusal.invalid("sheet.encrypted");
            case WEB_PAGE -> throw Refusal.invalid("sheet.webPage");
            case TEXT -> CsvSheet.open(file);
            case OTHER -> throw Refusal.invalid("sheet.notSpreadsheet");
        };
    }

    /// The same for a file that is in memory. It goes to a temporary file, which is gone when this is closed.
    static Spreadsheet open(byte[] content) throws IOException {
        var file = Files.createTempFile("lectern-sheet", ".tmp");
        try {
            Files.write(file, content);
            return new Passing(open(file), file);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /// Takes its file away when it is closed.
    record Passing(Spreadsheet sheet, Path file) implements Spreadsheet {
        @Override
        public String name() {
            return sheet.name();
        }

        @Override
        public List<String> merged() {
            return sheet.merged();
        }

        @Override
        public Stream<SheetRow> rows() {
            return sheet.rows();
        }

        @Override
        public void close() throws IOException {
            try {
                sheet.close();
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }
}
