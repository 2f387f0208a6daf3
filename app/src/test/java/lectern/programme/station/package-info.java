/// Tests of what hosts report.
@NullMarked
package lectern.programme.station;

import org.jspecify.annotations.NullMarked;
