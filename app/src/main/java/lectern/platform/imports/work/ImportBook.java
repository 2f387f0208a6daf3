package lectern.platform.imports.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import lectern.platform.imports.CellType;
import lectern.platform.imports.SheetColumn;
import lectern.platform.spreadsheet.SpreadsheetLimits;
import lectern.platform.web.Words;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook in the layout that comes in again: headings, a row that says how to fill them, drop-downs. Every text is
/// written as text, so none is a formula.
final class ImportBook implements AutoCloseable {
    private static final String VERSION = "01.0000";
    private static final String INK = "2F3E52";
    private static final String SOFT = "E8ECF1";
    private static final String WRONG = "F8C9C4";
    private static final int WIDE = 40;
    private static final int USUAL = 18;
    private static final int HINT_HEIGHT = 64;

    /// Excel slows down with more comments than this; the reason stands in its own column in any case.
    private static final int MOST_COMMENTS = 2_000;

    /// A column of the workbook.
    ///
    /// @param meaning null for one that means nothing to us
    record Printed(String heading, @Nullable SheetColumn meaning, String hint, boolean wide) {}

    private final Workbook book;
    private final Worksheet sheet;
    private final List<Printed> columns;
    private int row;
    private int comments;

    ImportBook(OutputStream out, String title, List<Printed> columns, Words words) {
        this.book = new Workbook(out, "Lectern", VERSION);
        this.sheet = book.newWorksheet(title);
        this.columns = columns;
        head();
        lists(words);
    }

    private void head() {
        for (var index = 0; index < columns.size(); index++) {
            var column = columns.get(index);
            sheet.value(0, index, column.heading());
            sheet.style(0, index).bold().fontColor("FFFFFF").fillColor(INK).set();
            sheet.width(index, column.wide() ? WIDE : USUAL);
            // Excel takes leading zeros from numbers and turns long ones into powers of ten, unless it takes them as
            // text.
            if (column.meaning() != null && column.meaning().type().shape() == CellType.Shape.TEXT) {
                sheet.style(index).format("@").set();
            }
        }
        sheet.freezePane(1, 1);
        row = 1;
    }

    private void lists(Words words) {
        Worksheet lists = null;
        for (var index = 0; index < columns.size(); index++) {
            var meaning = columns.get(index).meaning();
            var offered = meaning == null ? List.<String>of() : meaning.type().offered(words);
            if (meaning == null || offered.isEmpty()) {
                continue;
            }
            if (lists == null) {
                lists = book.newWorksheet("lists");
                lists.setVisibilityState(VisibilityState.HIDDEN);
            }
            for (var each = 0; each < offered.size(); each++) {
                lists.value(each, index, offered.get(each));
            }
            sheet.range(1, index, SpreadsheetLimits.MOST_ROWS, index)
                    .validateWithList(lists.range(0, index, offered.size() - 1, index))
                    .allowBlank(true)
                    .showErrorMessage(meaning.type().isClosed());
        }
    }

    /// @param opening begins the row, so that it is known as an aside when it comes in again
    void aside(String opening, List<String> texts) {
        for (var index = 0; index < columns.size(); index++) {
            sheet.value(row, index, index == 0 ? opening + texts.get(index) : texts.get(index));
            sheet.style(row, index)
                    .fillColor(SOFT)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        row++;
    }

    void hints(String opening) {
        sheet.rowHeight(row, HINT_HEIGHT);
        aside(opening, columns.stream().map(Printed::hint).toList());
    }

    /// @param marks what is wrong, by the position of the column
    record Mark(int column, String text) {}

    void row(List<String> cells, List<Mark> marks) {
        for (var index = 0; index < cells.size(); index++) {
            put(index, cells.get(index));
        }
        for (var mark : marks) {
            sheet.style(row, mark.column()).fillColor(WRONG).set();
            if (comments++ < MOST_COMMENTS) {
                sheet.comment(row, mark.column(), mark.text());
            }
        }
        row++;
        flush();
    }

    private void put(int index, String text) {
        var meaning = columns.get(index).meaning();
        var number = meaning == null ? null : number(meaning.type().shape(), text);
        if (number != null) {
            sheet.value(row, index, number);
        } else if (!text.isEmpty()) {
            sheet.value(row, index, text);
        }
    }

    private static @Nullable BigDecimal number(CellType.Shape shape, String text) {
        return switch (shape) {
            case TEXT, DAY, TIME -> null;
            case WHOLE, DECIMAL -> text.matches("-?\\d{1,9}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
        };
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
