/// Coverage: which village heard which topic, for whom, how long ago; and closing the gaps.
@NullMarked
package lectern.insight.coverage;

import org.jspecify.annotations.NullMarked;
