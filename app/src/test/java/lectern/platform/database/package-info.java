/// Tests of the database's beginnings.
@NullMarked
package lectern.platform.database;

import org.jspecify.annotations.NullMarked;
