/// Sheets of speakers and of the times when they are free, as they come in.
@NullMarked
package lectern.people.sheets;

import org.jspecify.annotations.NullMarked;
