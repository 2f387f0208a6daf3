/// What anybody sees: the talks that are coming up.
@NullMarked
package lectern.programme.portal;

import org.jspecify.annotations.NullMarked;
