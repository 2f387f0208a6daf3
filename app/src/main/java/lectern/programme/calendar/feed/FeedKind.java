package lectern.programme.calendar.feed;

import lectern.platform.security.Role;

/// What a feed holds.
public enum FeedKind {
    /// The talks of one speaker, wherever they are.
    SPEAKER,
    /// The talks at a unit and below it.
    UNIT,
    VENUE,
    /// The talks that came from one published plan.
    PLAN;

    boolean isFor(Role role) {
        return switch (this) {
            case SPEAKER -> role == Role.SPEAKER;
            case UNIT, VENUE -> role == Role.OFFICER || role == Role.KEEPER;
            case PLAN -> role == Role.OFFICER;
        };
    }
}
