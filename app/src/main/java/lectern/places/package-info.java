/// Venues: where talks happen.
@ApplicationModule(allowedDependencies = {"platform", "org"})
@NullMarked
package lectern.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
