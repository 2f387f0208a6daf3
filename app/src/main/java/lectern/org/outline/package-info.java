/// Outlines of units out of a GeoJSON file: a whole file goes in, or nothing and the reasons.
@NullMarked
package lectern.org.outline;

import org.jspecify.annotations.NullMarked;
