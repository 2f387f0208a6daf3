package lectern.planning;

/// Where a plan stands: QUEUED → RUNNING → DRAFT → PUBLISHED, or it ends on the way.
public enum PlanState {
    QUEUED,
    RUNNING,
    DRAFT,
    PUBLISHED,
    /// Stopped before there was anything to keep.
    CANCELLED,
    FAILED,
    /// A draft that nobody wanted.
    DISCARDED;

    public boolean isUnderWay() {
        return this == QUEUED || this == RUNNING;
    }

    /// The look of its label.
    public String look() {
        return switch (this) {
            case QUEUED, RUNNING, DRAFT -> "state-wait";
            case PUBLISHED -> "state-good";
            case FAILED -> "state-bad";
            case CANCELLED, DISCARDED -> "";
        };
    }
}
