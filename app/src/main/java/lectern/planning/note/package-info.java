/// Notes on a plan and on single talks of it.
@NullMarked
package lectern.planning.note;

import org.jspecify.annotations.NullMarked;
