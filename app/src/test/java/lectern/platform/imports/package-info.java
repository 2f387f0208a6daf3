@NullMarked
package lectern.platform.imports;

import org.jspecify.annotations.NullMarked;
