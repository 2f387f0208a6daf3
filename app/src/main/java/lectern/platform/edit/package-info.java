/// Changes in lists: a cell where it stands, one field of many rows, and taking the last change back.
@NullMarked
package lectern.platform.edit;

import org.jspecify.annotations.NullMarked;
