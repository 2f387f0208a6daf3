/// Tests of the command palette.
@NullMarked
package lectern.platform.palette;

import org.jspecify.annotations.NullMarked;
