/// Tests of accounts, roles and log-in.
@NullMarked
package lectern.org.account;

import org.jspecify.annotations.NullMarked;
