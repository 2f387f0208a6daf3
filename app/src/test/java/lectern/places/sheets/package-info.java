@NullMarked
package lectern.places.sheets;

import org.jspecify.annotations.NullMarked;
