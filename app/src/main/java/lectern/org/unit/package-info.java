/// The tree of units as pages: a unit with what lies below it, on the map and as a list.
@NullMarked
package lectern.org.unit;

import org.jspecify.annotations.NullMarked;
