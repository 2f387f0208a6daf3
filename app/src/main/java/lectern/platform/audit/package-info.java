/// What was done by whom, chained so that a change shows.
@NullMarked
package lectern.platform.audit;

import org.jspecify.annotations.NullMarked;
