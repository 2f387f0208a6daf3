/// The people behind a talk's funnel: who is left, who is lost, and what would bring each back.
@NullMarked
package lectern.planning.why;

import org.jspecify.annotations.NullMarked;
