package lectern.platform.security;

import java.util.Optional;
import lectern.platform.database.Scope;

/// Knows what a bearer token may see. Implemented where tokens are kept.
public interface TokenDirectory {
    /// The token's scope, or empty when it is unknown or revoked.
    Optional<Scope> find(String token);
}
