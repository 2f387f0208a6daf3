/// Writing down that a speaker cannot come for a while, and that he is back.
@NullMarked
package lectern.people.absence;

import org.jspecify.annotations.NullMarked;
