/// Requests, talks, offers, headcounts and feedback; the public portal. Lists join the names of topics, venues and
/// units
/// in SQL; a speaker's name comes through the view `visiting_speaker`, which shows it to the host and to no one else.
@ApplicationModule(allowedDependencies = {"platform", "org", "people", "places", "content"})
@NullMarked
package lectern.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
