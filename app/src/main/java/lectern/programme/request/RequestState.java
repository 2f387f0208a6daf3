package lectern.programme.request;

/// Where a request stands.
public enum RequestState {
    ASKED,
    APPROVED,
    SENT_BACK,
    SCHEDULED,
    WITHDRAWN;

    /// How it is shown: good, wait or bad.
    public String look() {
        return switch (this) {
            case ASKED -> "wait";
            case APPROVED, SCHEDULED -> "good";
            case SENT_BACK -> "bad";
            case WITHDRAWN -> "over";
        };
    }
}
