/// 场次: what was booked, what became of it, and how it is called off.
@NullMarked
package lectern.programme.talk;

import org.jspecify.annotations.NullMarked;
