@NullMarked
package lectern.content.sheets;

import org.jspecify.annotations.NullMarked;
