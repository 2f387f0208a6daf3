/// Lectern runs a region's whole programme of public talks.
@NullMarked
package lectern;

import org.jspecify.annotations.NullMarked;
