package lectern.platform.spreadsheet;

/// How large a file with rows may be. A whole city fits many times; what is larger is a mistake or an attack, and is
/// refused before it costs memory.
public final class SpreadsheetLimits {
    /// Rows with something in them, the headings included.
    public static final int MOST_ROWS = 50_000;

    public static final int MOST_COLUMNS = 200;

    /// Characters in one cell: Excel's own limit.
    public static final int LONGEST_CELL = 32_767;

    /// Bytes of a workbook's parts when unpacked.
    static final long MOST_UNPACKED = 100L << 20;

    /// How many times larger than packed a part may be, once it is larger than [#RATIO_FREE]. Sheets pack well: rows of
    /// empty, formatted cells reach 60; a bomb reaches 1,000.
    static final int MOST_RATIO = 200;

    static final long RATIO_FREE = 4L << 20;

    static final int MOST_PARTS = 2_000;

    /// Places from the first column to a row's last cell, in all rows, empty ones included: what reading them costs.
    static final long MOST_PLACES = 20_000_000;

    /// Formulas over many cells, each of which is compared with every cell.
    static final int MOST_ARRAY_FORMULAS = 500;

    /// The last row and column that there are in Excel.
    static final int EXCEL_ROWS = 1_048_576;

    static final int EXCEL_COLUMNS = 16_384;

    /// Merged areas that are told by name.
    static final int MOST_MERGED = 50;

    private SpreadsheetLimits() {}
}
