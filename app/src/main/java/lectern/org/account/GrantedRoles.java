package lectern.org.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.platform.security.Role;
import lectern.platform.web.Page;

/// The roles that administrators grant: all but the speaker's, whose access is given on his own page, where it is known
/// who he is.
public final class GrantedRoles {
    private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.SPEAKER));

    private GrantedRoles() {}

    /// The role of that name, if it is one of them.
    static Optional<Role> named(String name) {
        return ROLES.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /// To choose from.
    public static Map<String, String> options(Page page) {
        return words(page, ROLES);
    }

    /// To filter by: all roles there are.
    public static Map<String, String> all(Page page) {
        return words(page, Arrays.asList(Role.values()));
    }

    private static Map<String, String> words(Page page, Iterable<Role> roles) {
        var words = new LinkedHashMap<String, String>();
        roles.forEach(role -> words.put(role.name(), page.t("role." + role)));
        return words;
    }
}
