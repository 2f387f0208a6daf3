/// The unit tree, the accounts and their roles at units, and the dictionaries of a city.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package lectern.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
