/// Who may come in: accounts, roles at units, log-in, the first administrator, tokens.
@NullMarked
package lectern.org.account;

import org.jspecify.annotations.NullMarked;
