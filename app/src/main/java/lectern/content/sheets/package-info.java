/// Topics out of spreadsheets.
@NullMarked
package lectern.content.sheets;

import org.jspecify.annotations.NullMarked;
