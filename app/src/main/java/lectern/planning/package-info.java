/// Plans who speaks where and when: builds the planner's problem, runs it, shows and changes the draft, publishes it.
@ApplicationModule(allowedDependencies = {"platform", "org", "people", "places", "content", "programme"})
@NullMarked
package lectern.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
