/// The first steps of an installation: a link that works once makes the root unit, its administrator and its first
/// officer.
@NullMarked
package lectern.org.setup;

import org.jspecify.annotations.NullMarked;
