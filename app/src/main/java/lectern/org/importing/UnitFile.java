package lectern.org.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.org.importing.UnitFileWords.Column;
import lectern.platform.files.Texts;
import org.jspecify.annotations.Nullable;

/// Reads units out of a csv file (RFC 4180; commas, semicolons or tabs), headings in either language in any order.
final class UnitFile {
    /// @param problems when there are any, the lines are those without
    record Content(List<UnitLine> lines, List<FileProblem> problems) {}

    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_NAME = 80;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");

    private final List<UnitLine> lines = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    private UnitFile() {}

    static Content read(byte[] content) {
        var file = new UnitFile();
        Texts.read(content)
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(
                        file::readText,
                        () -> file.problems.add(
                                FileProblem.ofFile(content.length == 0 ? "unit.import.empty" : "unit.import.notText")));
        return new Content(file.lines, file.problems);
    }

    private void readText(String text) {
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            var headings = true;
            for (var row : records) {
                if (headings) {
                    headings = false;
                    if (!readHeadings(row)) {
                        return;
                    }
                } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    readLine(row);
                }
                if (row.getStartingLineNumber() > MOST_LINES) {
                    problems.add(FileProblem.ofFile("unit.import.tooLong", MOST_LINES));
                    return;
                }
            }
            if (lines.isEmpty() && problems.isEmpty()) {
                problems.add(FileProblem.ofFile("unit.import.empty"));
            }
        } catch (CsvParseException unclosed) {
            problems.add(FileProblem.ofFile("unit.import.quotes"));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("reading from memory does not fail", impossible);
        }
    }

    private static char separator(String text) {
        var headings = text.lines().findFirst().orElse("");
        if (headings.indexOf('\t') >= 0) {
            return '\t';
        }
        return headings.indexOf(';') >= 0 && headings.indexOf(',') < 0 ? ';' : ',';
    }

    private boolean readHeadings(CsvRecord row) {
        for (var index = 0; index < row.getFieldCount(); index++) {
            var heading = row.getField(index);
            var column = UnitFileWords.column(heading);
            if (column != null && columns.putIfAbsent(column, index) != null) {
                problems.add(FileProblem.at(1, heading, "", "unit.import.headingTwice"));
            }
        }
        for (var column : Column.values()) {
            if (column.isRequired() && !columns.containsKey(column)) {
                problems.add(FileProblem.at(
                        1,
                        column.heading(),
                        "",
                        "unit.import.headingMissing",
                        column.headings().get(1)));
            }
        }
        return problems.isEmpty();
    }

    private void readLine(CsvRecord row) {
        var number = row.getStartingLineNumber();
        var known = problems.size();
        var code = cell(row, Column.CODE);
        if (!CODE.matcher(code).matches()) {
            problem(number, Column.CODE, code, code.isEmpty() ? "unit.import.codeMissing" : "unit.import.codeWrong");
        }
        var name = cell(row, Column.NAME);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problem(number, Column.NAME, name, name.isEmpty() ? "unit.import.nameMissing" : "unit.import.nameTooLong");
        }
        var level = UnitFileWords.level(cell(row, Column.LEVEL));
        if (level == null) {
            problem(number, Column.LEVEL, cell(row, Column.LEVEL), "unit.import.levelUnknown");
        }
        var lat = degrees(row, Column.LAT, 90);
        var lon = degrees(row, Column.LON, 180);
        if ((lat == null) != (lon == null) && problems.size() == known) {
            problem(number, lat == null ? Column.LAT : Column.LON, "", "unit.import.placeHalf");
        }
        if (problems.size() == known && level != null) {
            lines.add(new UnitLine(number, code, name, level, cell(row, Column.PARENT), lat, lon));
        }
    }

    private @Nullable Double degrees(CsvRecord row, Column column, int most) {
        var text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        problem(row.getStartingLineNumber(), column, text, "unit.import.degreesWrong", most);
        return null;
    }

    private String cell(CsvRecord row, Column column) {
        return Optional.ofNullable(columns.get(column))
                .filter(index -> index < row.getFieldCount())
                .map(index -> row.getField(index).strip())
                .orElse("");
    }

    private void problem(long number, Column column, String found, String key, Object... arguments) {
        problems.add(FileProblem.at(number, column.heading(), found, key, arguments));
    }
}
