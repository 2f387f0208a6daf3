/// Main paths in a real browser, at phone and desk size, in both languages.
@NullMarked
package lectern.browser;

import org.jspecify.annotations.NullMarked;
