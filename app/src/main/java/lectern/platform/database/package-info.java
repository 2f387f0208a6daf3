/// The database: embedded or external, migrated as its owner, used as a role that owns nothing, row by row in scope.
@NullMarked
package lectern.platform.database;

import org.jspecify.annotations.NullMarked;
