package lectern.platform.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.web.Words;

/// What stands in the cells of most columns.
public final class CellTypes {
    private CellTypes() {}

    /// @param longest characters
    public static CellType text(int longest) {
        return cell -> cell.text().length() > longest
                ? Reading.unreadable("import.cell.tooLong", longest)
                : cell instanceof Cell.Broken
                        ? Reading.unreadable("import.cell.broken", cell.text())
                        : Reading.of(cell.text());
    }

    /// A text that must look like something.
    ///
    /// @param key says what it should look like
    public static CellType text(Predicate<String> right, String key) {
        return cell -> right.test(cell.text()) ? Reading.of(cell.text()) : Reading.unreadable(key, cell.text());
    }

    /// A text with names to choose from, though another may stand there too.
    public static CellType offering(CellType type, Supplier<List<String>> names) {
        return new CellType() {
            @Override
            public Reading read(Cell cell) {
                return type.read(cell);
            }

            @Override
            public List<String> offered(Words words) {
                return names.get();
            }
        };
    }

    public static CellType whole(int least, int most) {
        return shaped(
                CellType.Shape.WHOLE,
                cell -> cell.whole()
                        .filter(number -> number >= least && number <= most)
                        .map(Reading::of)
                        .orElseGet(() -> Reading.unreadable(
                                "import.cell.whole", cell.text(), Integer.toString(least), Integer.toString(most))));
    }

    /// Degrees and the like, to 12 decimals.
    public static CellType decimal(int least, int most) {
        return shaped(
                CellType.Shape.DECIMAL,
                cell -> cell.decimal()
                        .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                                && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                        .map(number -> Reading.of(Double.toString(number.doubleValue())))
                        .orElseGet(() -> Reading.unreadable("import.cell.decimal", cell.text(), least, most)));
    }

    /// @param right which days may be given
    /// @param key says which, with the day as its argument
    public static CellType day(Predicate<LocalDate> right, String key) {
        return shaped(CellType.Shape.DAY, cell -> {
            var day = cell.date().or(() -> cell.dateTime().map(moment -> moment.toLocalDate()));
            return day.isEmpty()
                    ? Reading.unreadable("import.cell.day", cell.text())
                    : right.test(day.get()) ? Reading.of(day.get()) : Reading.unreadable(key, day.get());
        });
    }

    public static CellType time() {
        return shaped(
                CellType.Shape.TIME,
                cell -> cell.time()
                        .map(time -> Reading.of(time.withSecond(0).withNano(0)))
                        .orElseGet(() -> Reading.unreadable("import.cell.time", cell.text())));
    }

    private static CellType shaped(CellType.Shape shape, CellType type) {
        return new CellType() {
            @Override
            public Reading read(Cell cell) {
                return type.read(cell);
            }

            @Override
            public Shape shape() {
                return shape;
            }
        };
    }
}
