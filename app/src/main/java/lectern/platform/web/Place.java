package lectern.platform.web;

import java.util.Set;
import lectern.platform.security.Role;

/// A place in the navigation. Modules contribute theirs as beans.
///
/// @param key message key of its name
/// @param icon name in Tabler's outline set
/// @param order the order of the work: requests before plans before talks
/// @param roles who sees it
/// @param onPhone whether it belongs to the bottom bar of a phone
public record Place(String key, String href, String icon, int order, Set<Role> roles, boolean onPhone) {}
