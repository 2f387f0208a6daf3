package lectern.org.account;

import java.util.List;
import java.util.UUID;
import lectern.platform.security.Role;

/// An account in the administrator's list.
///
/// @param grants the roles it has in scope
public record AccountRow(UUID id, String login, String name, String unitName, boolean disabled, List<Grant> grants) {
    /// A role at a unit.
    public record Grant(UUID id, Role role, String unitName) {}
}
