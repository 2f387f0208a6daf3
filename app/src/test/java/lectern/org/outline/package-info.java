/// Tests of files with outlines.
@NullMarked
package lectern.org.outline;

import org.jspecify.annotations.NullMarked;
