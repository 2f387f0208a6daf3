/// When somebody falls away or a venue closes: what breaks, and the least change that mends it.
@NullMarked
package lectern.planning.disruption;

import org.jspecify.annotations.NullMarked;
