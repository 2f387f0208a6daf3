/// What every route of the programming interface shares: slices of lists, problem documents, limits, its description.
@NullMarked
package lectern.platform.api;

import org.jspecify.annotations.NullMarked;
