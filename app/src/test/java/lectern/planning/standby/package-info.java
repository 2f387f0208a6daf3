/// Standing by.
@NullMarked
package lectern.planning.standby;

import org.jspecify.annotations.NullMarked;
