@NullMarked
package lectern.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
