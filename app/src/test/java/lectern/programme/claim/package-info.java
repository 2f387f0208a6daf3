/// Claiming talks.
@NullMarked
package lectern.programme.claim;

import org.jspecify.annotations.NullMarked;
