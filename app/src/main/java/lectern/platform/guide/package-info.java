/// The way of a new region from nothing to its first published plan: the steps, how far it has come, what is next.
@NullMarked
package lectern.platform.guide;

import org.jspecify.annotations.NullMarked;
