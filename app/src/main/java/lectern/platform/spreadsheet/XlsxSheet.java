package lectern.platform.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lectern.platform.web.Refusal;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// The first visible sheet of a workbook that has something in it.
final class XlsxSheet implements Spreadsheet {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);
    private static final int MOST_DIGITS = 400;

    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final List<String> merged;
    private final Map<String, NumberFormats> formats = new HashMap<>();
    private int last;

    private XlsxSheet(ReadableWorkbook workbook, Sheet sheet, List<String> merged) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.merged = merged;
    }

    static XlsxSheet open(Path file) throws IOException {
        try (var parts = XlsxPackage.open(file)) {
            var options = parts.has("xl/styles.xml") ? WITH_FORMATS : WITHOUT_FORMATS;
            var workbook = new ReadableWorkbook(file.toFile(), options);
            try {
                return first(workbook, parts);
            } catch (IOException | RuntimeException failure) {
                workbook.close();
                throw failure;
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException unreadable) {
            // The reader meets markup that contradicts itself with all kinds of exceptions.
            throw damaged(unreadable);
        }
    }

    private static XlsxSheet first(ReadableWorkbook workbook, XlsxPackage parts) throws IOException {
        var places = parts.sheetParts();
        var strings = "xl/sharedStrings.xml";
        for (var sheet : workbook.getSheets()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .toList()) {
            var part = places.get(Objects.requireNonNullElse(sheet.getId(), ""));
            if (part == null) {
                throw Refusal.invalid("sheet.damaged");
            }
            var survey = SheetSurvey.of(parts, part, strings);
            if (!survey.isEmpty()) {
                return new XlsxSheet(workbook, sheet, survey.merged());
            }
        }
        throw Refusal.invalid("sheet.empty");
    }

    @Override
    public String name() {
        return sheet.getName();
    }

    @Override
    public List<String> merged() {
        return merged;
    }

    @Override
    public Stream<SheetRow> rows() {
        try {
            var rows = sheet.openStream().iterator();
            return Stream.generate(() -> {
                        try {
                            return rows.hasNext() ? row(rows.next()) : null;
                        } catch (RuntimeException unreadable) {
                            throw damaged(unreadable);
                        }
                    })
                    .takeWhile(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .filter(row -> !row.isEmpty());
        } catch (IOException | RuntimeException unreadable) {
            throw damaged(unreadable);
        }
    }

    private static Refusal damaged(Exception cause) {
        var refusal = Refusal.invalid("sheet.damaged");
        refusal.addSuppressed(cause);
        return refusal;
    }

    /// Some programs do not number their rows, which then follow one another.
    private SheetRow row(Row row) {
        last = Math.max(row.getRowNum(), last + 1);
        var cells = new ArrayList<Cell>(row.getCellCount());
        for (var index = 0; index < Math.min(row.getCellCount(), SpreadsheetLimits.MOST_COLUMNS); index++) {
            var cell = row.getCell(index);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return new SheetRow(last, cells);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getValue()) {
            case null -> cell.getRawValue() == null ? Cell.EMPTY : Cell.Text.of(cell.getRawValue());
            case BigDecimal number -> number(number, cell);
            case Boolean truth -> new Cell.Truth(truth);
            case Object text when isBroken(cell) -> new Cell.Broken(text.toString());
            case Object text -> Cell.Text.of(text.toString());
        };
    }

    private static boolean isBroken(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case ERROR -> true;
            case FORMULA -> cell.getText().matches("#[A-Z0-9/]+[!?A]");
            case NUMBER, STRING, BOOLEAN, EMPTY -> false;
        };
    }

    private Cell number(BigDecimal number, org.dhatim.fastexcel.reader.Cell cell) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return new Cell.Broken(Objects.requireNonNullElse(cell.getRawValue(), ""));
        }
        var format = format(cell.getDataFormatId(), cell.getDataFormatString());
        var day = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(3_000_000)) < 0;
        return format.isMoment() && day
                ? new Cell.Moment(Serials.moment(number, workbook.isDate1904()), format.hasDate(), format.hasTime())
                : new Cell.Numeric(number, workbook.isDate1904());
    }

    private NumberFormats format(@Nullable Integer id, @Nullable String format) {
        return formats.computeIfAbsent(id + " " + format, key -> NumberFormats.of(id, format));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
