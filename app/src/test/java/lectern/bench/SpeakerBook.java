package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.platform.spreadsheet.SheetRow;
import lectern.platform.spreadsheet.Spreadsheet;
import org.dhatim.fastexcel.Workbook;

/// A workbook with as many new speakers as the city has, made of the list that the city exports: other people with
/// other numbers, in the same units, with the same topics.
final class SpeakerBook {
    private static final int NAME = 0;
    private static final int PHONE = 5;

    private SpeakerBook() {}

    /// @return how many speakers there are in it
    static int write(Path exported, Path file) throws IOException {
        List<SheetRow> rows;
        try (var sheet = Spreadsheet.open(exported)) {
            rows = sheet.rows().toList();
        }
        // No name of an earlier run: an undo leaves people retired, who would come back instead of being new.
        var run = Long.toString(System.currentTimeMillis(), 36);
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "bench", "01.0000")) {
            var sheet = book.newWorksheet("speakers");
            for (var number = 0; number < rows.size(); number++) {
                var row = rows.get(number);
                for (var column = 0; column < row.cells().size(); column++) {
                    var text = row.cell(column).text();
                    sheet.value(number, column, number == 0 ? text : changed(column, text, run, number));
                }
            }
        }
        return rows.size() - 1;
    }

    private static String changed(int column, String text, String run, int number) {
        return switch (column) {
            case NAME -> text + "·" + Character.toString('一' + number) + run;
            case PHONE -> "199%08d".formatted(number);
            default -> text;
        };
    }
}
