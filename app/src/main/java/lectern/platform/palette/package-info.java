/// The command palette: one field that finds people, places and pages, and goes there.
@NullMarked
package lectern.platform.palette;

import org.jspecify.annotations.NullMarked;
