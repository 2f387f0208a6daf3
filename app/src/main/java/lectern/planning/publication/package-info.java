/// The publication of a draft: what stands in its way, who will be told what, and the record of it.
@NullMarked
package lectern.planning.publication;

import org.jspecify.annotations.NullMarked;
