/// Tests of files with units and outlines.
@NullMarked
package lectern.org.importing;

import org.jspecify.annotations.NullMarked;
