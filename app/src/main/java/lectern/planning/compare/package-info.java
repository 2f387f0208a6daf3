/// Two plans for the same requests side by side, and the choice between them.
@NullMarked
package lectern.planning.compare;

import org.jspecify.annotations.NullMarked;
