/// Writing down that a venue is closed for a while, and that it is open again.
@NullMarked
package lectern.places.closure;

import org.jspecify.annotations.NullMarked;
