/// Tests of the audit.
@NullMarked
package lectern.platform.audit;

import org.jspecify.annotations.NullMarked;
