/// Speakers who keep a day free to step in: few, chosen so that most talks of an area and a day are covered.
@NullMarked
package lectern.planning.standby;

import org.jspecify.annotations.NullMarked;
