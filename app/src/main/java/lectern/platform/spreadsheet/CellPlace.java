package lectern.platform.spreadsheet;

/// Names places in a sheet as people see them: `C7`.
public final class CellPlace {
    private static final int LETTERS = 26;

    private CellPlace() {}

    /// @param column from 0
    /// @param row from 1, as in [SheetRow#number]
    public static String of(int column, int row) {
        return column(column) + row;
    }

    /// `A` for column 0, `AA` for column 26.
    public static String column(int column) {
        var name = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            name.insert(0, (char) ('A' + rest % LETTERS));
        }
        return name.toString();
    }

    /// The column (from 0) of a reference such as `AA12`; -1 when it is none that Excel has.
    static int columnOf(String reference) {
        var column = 0;
        var index = 0;
        while (index < reference.length() && isLetter(reference.charAt(index)) && column <= 16_384) {
            column = column * LETTERS + reference.charAt(index) - 'A' + 1;
            index++;
        }
        return index == 0 || column > SpreadsheetLimits.EXCEL_COLUMNS ? -1 : column - 1;
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
