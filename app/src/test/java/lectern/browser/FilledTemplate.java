package lectern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/// A template as somebody fills it: what stands in it stays, rows come below, dates as Excel stores them.
final class FilledTemplate {
    private final List<List<String>> rows;
    private final List<List<String>> lists;

    FilledTemplate(Path template) {
        try (var book = new ReadableWorkbook(Files.newInputStream(template))) {
            rows = texts(book.getFirstSheet());
            lists = book.findSheet("lists").map(FilledTemplate::texts).orElse(List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(rows.get(1).getFirst()).as("how to fill it").startsWith("※");
    }

    private static List<List<String>> texts(Sheet sheet) {
        try (var rows = sheet.openStream()) {
            return rows.map(row -> {
                        var cells = new ArrayList<String>();
                        row.forEach(cell -> cells.add(cell == null || cell.getText() == null ? "" : cell.getText()));
                        return List.copyOf(cells);
                    })
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// One of the texts of a column's drop-down; around again after the last.
    String offered(int column, int number) {
        var offered = lists.stream()
                .filter(row -> row.size() > column && !row.get(column).isEmpty())
                .map(row -> row.get(column))
                .toList();
        return offered.get(number % offered.size());
    }

    void write(List<List<Object>> lines, Path file) {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "01.0000")) {
            var sheet = book.newWorksheet("表");
            var all = new ArrayList<List<?>>(rows);
            all.addAll(lines);
            for (var row = 0; row < all.size(); row++) {
                for (var column = 0; column < all.get(row).size(); column++) {
                    switch (all.get(row).get(column)) {
                        case Number value -> sheet.value(row, column, value);
                        case LocalDate day -> sheet.value(row, column, day);
                        case Object text when text.toString().isEmpty() -> {}
                        case Object text -> sheet.value(row, column, text.toString());
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
