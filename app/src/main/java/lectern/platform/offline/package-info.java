/// Working without a signal: which pages a phone keeps, and what it sends once it can.
@NullMarked
package lectern.platform.offline;

import org.jspecify.annotations.NullMarked;
