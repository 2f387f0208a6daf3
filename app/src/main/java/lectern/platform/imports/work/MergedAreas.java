package lectern.platform.imports.work;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cells of a sheet that were merged: only the first of an area holds its text, the others look empty.
record MergedAreas(List<String> areas) {
    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int LETTERS = 26;

    /// The area that holds a cell.
    ///
    /// @param row from 1
    /// @param column from 0
    Optional<String> covering(int row, int column) {
        return areas.stream().filter(area -> covers(area, row, column)).findFirst();
    }

    private static boolean covers(String area, int row, int column) {
        var corners = AREA.matcher(area);
        return corners.matches()
                && column(corners.group(1)) <= column
                && column <= column(corners.group(3))
                && Integer.parseInt(corners.group(2)) <= row
                && row <= Integer.parseInt(corners.group(4));
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * LETTERS + letter - 'A' + 1) - 1;
    }
}
