package lectern.platform.security;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/// What a session remembers: which account signed in, which of its grants is in use, and the account's epoch then.
/// Everything else is read afresh at each request, so that a change of roles works at once on every node.
public record SignedIn(UUID accountId, UUID grantId, int epoch) implements Serializable, AuthenticatedPrincipal {
    /// The name under which sessions are found again: the account's identifier.
    @Override
    public String getName() {
        return accountId.toString();
    }
}
