/// Tests of requests.
@NullMarked
package lectern.programme.request;

import org.jspecify.annotations.NullMarked;
