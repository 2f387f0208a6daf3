/// Commands that may arrive twice and count once.
@NullMarked
package lectern.platform.command;

import org.jspecify.annotations.NullMarked;
