/// Who is acting, which routes he may use, and what the browser is told about it.
@NullMarked
package lectern.platform.security;

import org.jspecify.annotations.NullMarked;
