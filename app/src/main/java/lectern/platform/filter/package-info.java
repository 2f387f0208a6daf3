/// Lists with their filters, kept under a name by whoever uses them.
@NullMarked
package lectern.platform.filter;

import org.jspecify.annotations.NullMarked;
