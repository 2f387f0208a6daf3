/// Last talks against the talks themselves, the pages that show them, and requests that close gaps.
@NullMarked
package lectern.insight.coverage;

import org.jspecify.annotations.NullMarked;
