/// Figures against the talks that they count, the pages that show them, the programming interface.
@NullMarked
package lectern.insight;

import org.jspecify.annotations.NullMarked;
