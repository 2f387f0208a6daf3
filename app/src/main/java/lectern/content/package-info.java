/// What is spoken about.
@ApplicationModule(allowedDependencies = {"platform", "org", "people"})
@NullMarked
package lectern.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
