/// The first-run guide.
@NullMarked
package lectern.platform.guide;

import org.jspecify.annotations.NullMarked;
