/// Substitutes who are asked.
@NullMarked
package lectern.planning.substitute;

import org.jspecify.annotations.NullMarked;
