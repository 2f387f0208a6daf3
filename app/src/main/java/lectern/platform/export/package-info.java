/// Lists as workbooks and csv files: what is filtered, streamed from the database in constant memory.
@NullMarked
package lectern.platform.export;

import org.jspecify.annotations.NullMarked;
