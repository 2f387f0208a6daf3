/// Tests of planning.
@NullMarked
package lectern.planning;

import org.jspecify.annotations.NullMarked;
