package lectern.programme.talk;

/// Where a talk stands.
public enum TalkState {
    /// The speaker was asked.
    OFFERED,
    ACCEPTED,
    /// The speaker declined; the officer must find another one.
    OPEN,
    /// The headcount is in.
    HELD,
    CANCELLED;

    /// How it is shown: good, wait, bad or over.
    public String look() {
        return switch (this) {
            case ACCEPTED, HELD -> "good";
            case OFFERED -> "wait";
            case OPEN -> "bad";
            case CANCELLED -> "over";
        };
    }
}
