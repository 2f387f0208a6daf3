@NullMarked
package lectern.planner.search;

import org.jspecify.annotations.NullMarked;
