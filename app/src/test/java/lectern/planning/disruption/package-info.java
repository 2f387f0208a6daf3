/// Absences, closures and the least change.
@NullMarked
package lectern.planning.disruption;

import org.jspecify.annotations.NullMarked;
