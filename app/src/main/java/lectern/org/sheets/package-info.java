/// Units as a kind of sheet.
@NullMarked
package lectern.org.sheets;

import org.jspecify.annotations.NullMarked;
