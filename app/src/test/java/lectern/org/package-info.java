/// Tests of set-up, accounts and units.
@NullMarked
package lectern.org;

import org.jspecify.annotations.NullMarked;
