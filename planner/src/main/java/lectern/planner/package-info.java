/// Plans talks: a problem goes in, a plan comes out. Knows nothing of databases or web pages.
@NullMarked
package lectern.planner;

import org.jspecify.annotations.NullMarked;
