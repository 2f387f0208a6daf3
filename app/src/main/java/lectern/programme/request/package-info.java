/// 点单: a unit or a citizen asks for a talk, the officer decides.
@NullMarked
package lectern.programme.request;

import org.jspecify.annotations.NullMarked;
