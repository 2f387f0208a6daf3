@NullMarked
package lectern.places;

import org.jspecify.annotations.NullMarked;
