/// Tests of the calendar feeds; another library reads what Lectern writes.
@NullMarked
package lectern.programme.calendar.feed;

import org.jspecify.annotations.NullMarked;
