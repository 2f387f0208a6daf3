@NullMarked
package lectern.people;

import org.jspecify.annotations.NullMarked;
