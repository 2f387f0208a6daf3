/// Problems and plans as JSON. Depends on the model and on Jackson.
@NullMarked
package lectern.planner.format;

import org.jspecify.annotations.NullMarked;
