/// Tests of the dictionaries.
@NullMarked
package lectern.org.dictionary;

import org.jspecify.annotations.NullMarked;
