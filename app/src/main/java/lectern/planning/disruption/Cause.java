package lectern.planning.disruption;

/// Why a talk is to change.
public enum Cause {
    /// Its speaker is away.
    SPEAKER,
    /// Its venue is closed.
    VENUE,
    /// Its speaker declined and nobody was found.
    NOBODY,
    /// It could stay; it moves so that another one can be saved.
    HELPS
}
