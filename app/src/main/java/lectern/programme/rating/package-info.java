/// 评单: the audience rates without an account.
@NullMarked
package lectern.programme.rating;

import org.jspecify.annotations.NullMarked;
