/// Measures the running application; not part of the tests.
@NullMarked
package lectern.bench;

import org.jspecify.annotations.NullMarked;
