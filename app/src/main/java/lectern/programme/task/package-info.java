/// 接单: a speaker's own talks, wherever they are.
@NullMarked
package lectern.programme.task;

import org.jspecify.annotations.NullMarked;
