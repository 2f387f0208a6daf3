package lectern.platform.security;

import java.util.Optional;

/// Knows who a session's account is now. Implemented where accounts are kept.
public interface ActorDirectory {
    /// The actor, or empty when the account was disabled, logged out everywhere, or lost the grant.
    Optional<Actor> find(SignedIn signedIn);
}
