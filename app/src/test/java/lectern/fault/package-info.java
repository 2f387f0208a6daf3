/// What happens when servers are killed under load: nothing acknowledged is lost, nothing is doubled.
@NullMarked
package lectern.fault;

import org.jspecify.annotations.NullMarked;
