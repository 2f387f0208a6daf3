/// Requests out of spreadsheets.
@NullMarked
package lectern.programme.sheets;

import org.jspecify.annotations.NullMarked;
