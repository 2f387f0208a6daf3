/// 抢单: talks that speakers may claim, and the rule that makes it fair.
@NullMarked
package lectern.programme.claim;

import org.jspecify.annotations.NullMarked;
