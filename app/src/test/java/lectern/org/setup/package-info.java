/// Tests of the first steps.
@NullMarked
package lectern.org.setup;

import org.jspecify.annotations.NullMarked;
