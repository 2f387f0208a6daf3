/// Now, and which local day that is.
@NullMarked
package lectern.platform.time;

import org.jspecify.annotations.NullMarked;
