/// Tests of the officer's desk.
@NullMarked
package lectern.programme.desk;

import org.jspecify.annotations.NullMarked;
