/// Tests of the unit tree.
@NullMarked
package lectern.org.unit;

import org.jspecify.annotations.NullMarked;
