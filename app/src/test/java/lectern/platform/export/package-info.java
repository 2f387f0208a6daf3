@NullMarked
package lectern.platform.export;

import org.jspecify.annotations.NullMarked;
