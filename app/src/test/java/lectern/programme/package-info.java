/// Tests of requests, talks, headcounts and ratings.
@NullMarked
package lectern.programme;

import org.jspecify.annotations.NullMarked;
