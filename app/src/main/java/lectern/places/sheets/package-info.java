/// Venues out of spreadsheets.
@NullMarked
package lectern.places.sheets;

import org.jspecify.annotations.NullMarked;
