/// Calendars that other programs read at a secret address (iCalendar, RFC 5545).
@NullMarked
package lectern.programme.calendar.feed;

import org.jspecify.annotations.NullMarked;
