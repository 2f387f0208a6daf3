package lectern.platform.spreadsheet;

import java.util.List;

/// A row with something in it.
///
/// @param number as people see it beside the row; in a csv file the number of its line
/// @param cells from the first column on; columns after the last filled one may be missing
public record SheetRow(int number, List<Cell> cells) {
    /// The cell of that column (from 0), empty past the end.
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
