package lectern.platform.security;

import java.util.EnumSet;
import java.util.Set;

/// What an account may do at a unit and below it.
public enum Role {
    /// Plans, dispatches, decides.
    OFFICER,
    /// Keeps a station: asks, hosts, reports.
    KEEPER,
    /// Gives talks.
    SPEAKER,
    /// Reads the audit and nothing else.
    AUDITOR,
    /// Keeps accounts and nothing else.
    ADMINISTRATOR;

    private static final Set<Role> SEPARATED = EnumSet.of(OFFICER, AUDITOR, ADMINISTRATOR);

    /// Whether one account may not hold both roles (三员分立).
    public boolean excludes(Role other) {
        return this != other && SEPARATED.contains(this) && SEPARATED.contains(other);
    }
}
