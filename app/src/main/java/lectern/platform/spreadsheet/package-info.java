/// Reads the workbooks and csv files that offices hand in: what they are by their content, within limits, row by row.
@NullMarked
package lectern.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
