/// Talks by month, week, day and as an agenda, and the sheet for the station's wall.
@NullMarked
package lectern.programme.calendar;

import org.jspecify.annotations.NullMarked;
