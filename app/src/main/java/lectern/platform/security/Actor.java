package lectern.platform.security;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lectern.platform.database.Scope;
import org.jspecify.annotations.Nullable;

/// Who is acting in a request, in which role, at which unit. Controllers take it as a parameter.
///
/// @param name the person's name
/// @param grantId the role grant that is in use; an account with several switches between them
/// @param unitLevel the unit's level as in the tree, such as `COUNTY`
/// @param path the unit's path; the actor sees what is below it
/// @param zone the city's time zone, in which people read times
/// @param speakerId the speaker that this account is, or null
/// @param choices all grants of the account, for the switch in the page's head
public record Actor(
        UUID accountId,
        String name,
        UUID grantId,
        Role role,
        UUID unitId,
        String unitName,
        String unitLevel,
        UUID cityId,
        String path,
        ZoneId zone,
        @Nullable UUID speakerId,
        List<Choice> choices) {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /// Another grant that the account may switch to.
    public record Choice(UUID grantId, Role role, String unitName) {}

    public Scope scope() {
        return new Scope(cityId, path, speakerId);
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    /// Whether his phone keeps pages and sends later: stations and speakers are where the signal is bad.
    public boolean worksOffline() {
        return role == Role.KEEPER || role == Role.SPEAKER;
    }

    /// The actor of the running request or job; empty on public pages.
    public static Optional<Actor> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Runs the work as this actor. Binds the name for the audit, not the scope.
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
