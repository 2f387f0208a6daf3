/// Keeps the dictionaries of a city: what it calls sources, segments, forms, kinds of venue and tiers.
@NullMarked
package lectern.org.dictionary;

import org.jspecify.annotations.NullMarked;
