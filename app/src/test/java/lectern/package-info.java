/// Tests on the real database and the running application; fixtures that several modules use.
@NullMarked
package lectern;

import org.jspecify.annotations.NullMarked;
