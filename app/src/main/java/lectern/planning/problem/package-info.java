/// What the planner is given: the open requests, the speakers and the talks already booked, in the planner's words.
@NullMarked
package lectern.planning.problem;

import org.jspecify.annotations.NullMarked;
