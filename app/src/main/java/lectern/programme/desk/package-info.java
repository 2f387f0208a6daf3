/// What needs the officer now.
@NullMarked
package lectern.programme.desk;

import org.jspecify.annotations.NullMarked;
