package lectern.platform.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lectern.platform.web.Refusal;

/// A csv file (RFC 4180) in one of the encodings in which offices save it, with commas, semicolons or tabs.
final class CsvSheet implements Spreadsheet {
    /// In this order: what is no UTF-8 is GB 18030, which contains GBK.
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 1 << 20;
    private static final SheetRow END = new SheetRow(0, List.of());

    private final CsvReader<CsvRecord> reader;
    private int filledRows;

    private CsvSheet(CsvReader<CsvRecord> reader) {
        this.reader = reader;
    }

    static CsvSheet open(Path file) throws IOException {
        var charset = charset(file);
        var text = text(file, charset);
        try {
            skipMark(text);
            return new CsvSheet(CsvReader.builder()
                    .fieldSeparator(separator(file, charset))
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_ROW)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text));
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    /// The encoding in which every byte of the file is text.
    private static Charset charset(Path file) throws IOException {
        var charsets = CHARSETS;
        try (var input = Files.newInputStream(file)) {
            var mark = input.readNBytes(2);
            if (mark.length == 2 && (mark[0] == -1 && mark[1] == -2 || mark[0] == -2 && mark[1] == -1)) {
                charsets = List.of(StandardCharsets.UTF_16);
            }
        }
        for (var charset : charsets) {
            if (isText(file, charset)) {
                return charset;
            }
        }
        throw Refusal.invalid("sheet.notSpreadsheet");
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        try (var text = text(file, charset)) {
            var buffer = new char[BUFFER];
            for (var read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (var index = 0; index < read; index++) {
                    if (buffer[index] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }

    private static BufferedReader text(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), BUFFER);
    }

    /// The separator that stands in the first line most often, outside of quotes.
    private static char separator(Path file, Charset charset) throws IOException {
        var found = new int[3];
        try (var text = text(file, charset)) {
            var quoted = false;
            for (var each = text.read(); each >= 0 && (quoted || each != '\n' && each != '\r'); each = text.read()) {
                quoted ^= each == '"';
                var index = quoted ? -1 : ",;\t".indexOf(each);
                if (index >= 0) {
                    found[index]++;
                }
            }
        }
        return found[2] > 0 && found[2] >= found[0] ? '\t' : found[1] > found[0] ? ';' : ',';
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<String> merged() {
        return List.of();
    }

    @Override
    public Stream<SheetRow> rows() {
        var records = reader.iterator();
        return Stream.generate(() -> next(records))
                .takeWhile(row -> row != END)
                .filter(row -> !row.isEmpty())
                .peek(row -> count());
    }

    private static SheetRow next(Iterator<CsvRecord> records) {
        try {
            return records.hasNext() ? row(records.next()) : END;
        } catch (CsvParseException | java.io.UncheckedIOException unreadable) {
            throw Refusal.invalid("sheet.quotes");
        }
    }

    private void count() {
        if (++filledRows > SpreadsheetLimits.MOST_ROWS) {
            throw Refusal.invalid("sheet.tooManyRows", SpreadsheetLimits.MOST_ROWS);
        }
    }

    private static SheetRow row(CsvRecord row) {
        var cells = row.getFields().stream().map(CsvSheet::cell).toList();
        for (var index = SpreadsheetLimits.MOST_COLUMNS; index < cells.size(); index++) {
            if (!cells.get(index).isEmpty()) {
                throw Refusal.invalid("sheet.tooManyColumns", SpreadsheetLimits.MOST_COLUMNS);
            }
        }
        return new SheetRow(Math.toIntExact(row.getStartingLineNumber()), cells);
    }

    /// Takes the mark away that csv files which we write have before what Excel would take for a formula.
    private static Cell cell(String field) {
        if (field.length() > SpreadsheetLimits.LONGEST_CELL) {
            throw Refusal.invalid("sheet.cellTooLong", SpreadsheetLimits.LONGEST_CELL);
        }
        return Cell.Text.of(Formulas.unescaped(field));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
