/// Takes sheets in: checks them, lets the good rows in, gives the others back, undoes an import.
@NullMarked
package lectern.platform.imports.work;

import org.jspecify.annotations.NullMarked;
