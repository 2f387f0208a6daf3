/// The demo city: fictional, of full size, the same every time from the same seed.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package lectern.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
