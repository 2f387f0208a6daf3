/// The keeper's home: ask, host, report how many came.
@NullMarked
package lectern.programme.station;

import org.jspecify.annotations.NullMarked;
