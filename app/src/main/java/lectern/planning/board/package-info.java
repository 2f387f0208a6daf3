/// The draft as officers see and change it, and its publication.
@NullMarked
package lectern.planning.board;

import org.jspecify.annotations.NullMarked;
