package lectern.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.platform.spreadsheet.Formulas;
import lectern.platform.web.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook with one sheet: headings that stay in sight, days and times that Excel counts with, texts that stay
/// texts.
final class XlsxTable implements ExportTable {
    private static final String VERSION = "01.0000";
    private static final String INK = "2F3E52";
    private static final String WHITE = "FFFFFF";
    private static final double SECONDS_PER_DAY = 86_400;

    /// Packing faster instead of smaller: the sheet is a tenth larger and done in half the time.
    private static final int PACKING = 2;

    private static final int ROWS_AT_A_TIME = 500;

    /// Excel has no more rows in a sheet.
    private static final int MOST_ROWS = 1_048_575;

    /// Texts that are written once and named by number where they stand again, such as names of units. Further ones are
    /// written out, so that memory does not grow with the list.
    private static final int MOST_SHARED = 20_000;

    private final Workbook book;
    private final Worksheet sheet;
    private final Set<String> shared = new HashSet<>();
    private final Run[] runs;
    private int rows;

    /// Cells below one another with the same format, which is set for all of them at once.
    ///
    /// @param format empty for none
    private record Run(String format, int from) {}

    XlsxTable(OutputStream out, String title, List<ExportColumn> columns) {
        book = new Workbook(out, "Lectern", VERSION);
        book.setCompressionLevel(PACKING);
        sheet = book.newWorksheet(title);
        runs = new Run[columns.size()];
        Arrays.fill(runs, new Run("", 0));
        for (var index = 0; index < columns.size(); index++) {
            sheet.inlineString(0, index, columns.get(index).heading());
            sheet.style(0, index).bold().fontColor(WHITE).fillColor(INK).set();
            sheet.width(index, columns.get(index).width());
        }
        sheet.freezePane(1, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        if (++rows > MOST_ROWS) {
            throw Refusal.invalid("export.tooManyRows", MOST_ROWS);
        }
        for (var column = 0; column < values.size(); column++) {
            format(column, put(column, values.get(column)));
        }
        if (rows % ROWS_AT_A_TIME == 0) {
            flush();
        }
    }

    /// @return the format that the cell needs; empty for none
    private String put(int column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> put(column, text);
            case Number number -> {
                sheet.value(rows, column, number);
                yield "";
            }
            case LocalDate day -> {
                sheet.value(rows, column, day);
                yield "yyyy-mm-dd";
            }
            case LocalTime time -> {
                sheet.value(rows, column, time.toSecondOfDay() / SECONDS_PER_DAY);
                yield "hh:mm";
            }
            default -> throw new IllegalArgumentException("no cell holds a " + value.getClass());
        };
    }

    /// Written as text, nothing is a formula. The text format keeps it so when somebody types in the cell: without it
    /// Excel would read what begins with `=` again, and take zeros away from a number that is a code.
    private String put(int column, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (shared.contains(text) || shared.size() < MOST_SHARED && shared.add(text)) {
            sheet.value(rows, column, text);
        } else {
            sheet.inlineString(rows, column, text);
        }
        return Formulas.looksLikeOne(text) || isDigits(text) ? "@" : "";
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private void format(int column, String format) {
        if (!runs[column].format().equals(format)) {
            close(column, rows - 1);
            runs[column] = new Run(format, rows);
        }
    }

    private void close(int column, int last) {
        var run = runs[column];
        if (!run.format().isEmpty() && run.from() <= last) {
            sheet.range(run.from(), column, last, column)
                    .style()
                    .format(run.format())
                    .set();
        }
    }

    private void flush() {
        for (var column = 0; column < runs.length; column++) {
            close(column, rows);
            runs[column] = new Run(runs[column].format(), rows + 1);
        }
        try {
            sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        for (var column = 0; column < runs.length; column++) {
            close(column, rows);
        }
        book.finish();
    }
}
