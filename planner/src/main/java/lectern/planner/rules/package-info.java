/// What a valid plan is and what it costs, computed from scratch from the published rules. Shares nothing with the
/// search, so that each can catch the other's mistakes. Depends on the model only.
@NullMarked
package lectern.planner.rules;

import org.jspecify.annotations.NullMarked;
