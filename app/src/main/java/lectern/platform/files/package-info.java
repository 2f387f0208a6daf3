/// Files that people hand in, kept by content.
@NullMarked
package lectern.platform.files;

import org.jspecify.annotations.NullMarked;
