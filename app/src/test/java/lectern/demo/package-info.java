/// Tests of the demo city.
@NullMarked
package lectern.demo;

import org.jspecify.annotations.NullMarked;
