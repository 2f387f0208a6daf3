/// Speakers: who they are, what they speak about, whom they reach and when they have time.
@ApplicationModule(allowedDependencies = {"platform", "org"})
@NullMarked
package lectern.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
