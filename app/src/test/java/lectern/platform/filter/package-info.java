/// Tests of saved filters.
@NullMarked
package lectern.platform.filter;

import org.jspecify.annotations.NullMarked;
