/// Units and their outlines out of files: a whole file goes in, or nothing and the reasons.
@NullMarked
package lectern.org.importing;

import org.jspecify.annotations.NullMarked;
