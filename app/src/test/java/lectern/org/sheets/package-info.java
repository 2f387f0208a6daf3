/// Tests of sheets of units.
@NullMarked
package lectern.org.sheets;

import org.jspecify.annotations.NullMarked;
