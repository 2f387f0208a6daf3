/// Tests of the planner through its facade and its command line.
@NullMarked
package lectern.planner;

import org.jspecify.annotations.NullMarked;
