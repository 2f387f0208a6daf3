/// A part of a draft planned again, the rest staying as it is.
@NullMarked
package lectern.planning.part;

import org.jspecify.annotations.NullMarked;
