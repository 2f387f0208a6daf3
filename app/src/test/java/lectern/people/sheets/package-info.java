@NullMarked
package lectern.people.sheets;

import org.jspecify.annotations.NullMarked;
