/// Long work in the background, with progress that any node can show.
@NullMarked
package lectern.platform.jobs;

import org.jspecify.annotations.NullMarked;
