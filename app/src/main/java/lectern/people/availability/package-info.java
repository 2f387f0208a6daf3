/// When speakers have time, by parts of a day.
@NullMarked
package lectern.people.availability;

import org.jspecify.annotations.NullMarked;
