/// Who could take over a talk whose speaker declined.
@NullMarked
package lectern.planning.substitute;

import org.jspecify.annotations.NullMarked;
