@NullMarked
package lectern.content;

import org.jspecify.annotations.NullMarked;
