/// The planner's vocabulary: a [Problem] that is complete and consistent, and a [Plan] for it. Depends on nothing.
@NullMarked
package lectern.planner.model;

import org.jspecify.annotations.NullMarked;
