/// What came of it: figures by unit and day, rolled up from the talks, and the pages that show them.
@ApplicationModule(allowedDependencies = {"platform", "org", "programme"})
@NullMarked
package lectern.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
