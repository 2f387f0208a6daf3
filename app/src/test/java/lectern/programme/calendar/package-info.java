/// Tests of the calendar.
@NullMarked
package lectern.programme.calendar;

import org.jspecify.annotations.NullMarked;
