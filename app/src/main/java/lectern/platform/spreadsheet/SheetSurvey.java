package lectern.platform.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/// Goes through a sheet's markup before its rows are read: what would cost too much or cannot be is refused while
/// nothing was done with it, and the merged areas, which stand behind the rows, are known before them.
final class SheetSurvey {
    private final XlsxPackage.Part part;
    private final List<String> merged = new ArrayList<>();
    private int filledRows;
    private int rows;
    private long places;
    private int arrayFormulas;
    private int lastShared = -1;

    private SheetSurvey(XlsxPackage.Part part) {
        this.part = part;
    }

    /// @param strings the part with the shared strings; null where there is none
    /// @throws Refusal when a limit is passed; the rest of the sheet is not read
    static SheetSurvey of(XlsxPackage file, String sheet, @Nullable String strings) throws IOException {
        try (var part = file.read(sheet)) {
            var survey = new SheetSurvey(part);
            survey.read();
            survey.checkStrings(file, strings);
            return survey;
        }
    }

    boolean isEmpty() {
        return filledRows == 0;
    }

    List<String> merged() {
        return List.copyOf(merged);
    }

    private void read() {
        for (var event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (part.reader.getLocalName()) {
                    case "row" -> readRow();
                    case "mergeCell" -> readMerged();
                    default -> {}
                }
            }
        }
    }

    private void readMerged() {
        var area = part.attribute("ref");
        if (area != null && merged.size() < SpreadsheetLimits.MOST_MERGED) {
            merged.add(area);
        }
    }

    private void readRow() {
        checkRowNumber();
        var filled = false;
        var column = 0;
        var last = 0;
        for (var event = part.next(); ; event = part.next()) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && part.reader.getLocalName().equals("c")) {
                column = column(column);
                var hasContent = readCell();
                if (hasContent && column >= SpreadsheetLimits.MOST_COLUMNS) {
                    throw Refusal.invalid("sheet.tooManyColumns", SpreadsheetLimits.MOST_COLUMNS);
                }
                filled |= hasContent;
                column++;
                last = Math.max(last, column);
            } else if (event == XMLStreamConstants.END_DOCUMENT
                    || event == XMLStreamConstants.END_ELEMENT
                            && part.reader.getLocalName().equals("row")) {
                break;
            }
        }
        places += last;
        if (filled && ++filledRows > SpreadsheetLimits.MOST_ROWS) {
            throw Refusal.invalid("sheet.tooManyRows", SpreadsheetLimits.MOST_ROWS);
        }
        if (places > SpreadsheetLimits.MOST_PLACES) {
            throw Refusal.invalid("sheet.bomb");
        }
    }

    private void checkRowNumber() {
        var number = part.attribute("r");
        var longest = Integer.toString(SpreadsheetLimits.EXCEL_ROWS).length();
        rows++;
        if (rows > SpreadsheetLimits.EXCEL_ROWS
                || number != null
                        && (number.length() > longest || !number.chars().allMatch(Character::isDigit))) {
            throw Refusal.invalid("sheet.damaged");
        }
    }

    /// @param next the column of a cell that does not name its own
    private int column(int next) {
        var reference = part.attribute("r");
        var column = reference == null ? next : CellPlace.columnOf(reference);
        if (column < 0 || column >= SpreadsheetLimits.EXCEL_COLUMNS) {
            throw Refusal.invalid("sheet.damaged");
        }
        return column;
    }

    /// Reads to the cell's end.
    ///
    /// @return whether there is something in it
    private boolean readCell() {
        var shared = "s".equals(part.attribute("t"));
        var filled = false;
        for (var event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                filled |= readText(shared);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && part.reader.getLocalName().equals("f")) {
                countFormula();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && part.reader.getLocalName().equals("c")) {
                return filled;
            }
        }
        return filled;
    }

    private boolean readText(boolean shared) {
        if (part.reader.getTextLength() > SpreadsheetLimits.LONGEST_CELL) {
            throw Refusal.invalid("sheet.cellTooLong", SpreadsheetLimits.LONGEST_CELL);
        }
        var text = part.reader.getText();
        if (shared) {
            lastShared = Math.max(lastShared, index(text.strip()));
        }
        return !text.isBlank();
    }

    private static int index(String text) {
        try {
            return text.isEmpty() ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException damaged) {
            throw Refusal.invalid("sheet.damaged");
        }
    }

    private void countFormula() {
        if ("array".equals(part.attribute("t")) && ++arrayFormulas > SpreadsheetLimits.MOST_ARRAY_FORMULAS) {
            throw Refusal.invalid("sheet.bomb");
        }
    }

    /// A cell that names a string past the last would make the reader search for it without end.
    private void checkStrings(XlsxPackage file, @Nullable String strings) throws IOException {
        if (lastShared < 0) {
            return;
        }
        if (strings == null || !file.has(strings)) {
            throw Refusal.invalid("sheet.damaged");
        }
        var count = 0;
        try (var part = file.read(strings)) {
            for (var event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && part.reader.getLocalName().equals("si")) {
                    count++;
                }
            }
        }
        if (lastShared >= count) {
            throw Refusal.invalid("sheet.damaged");
        }
    }
}
