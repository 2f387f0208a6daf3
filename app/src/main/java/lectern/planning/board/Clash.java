package lectern.planning.board;

/// Why a talk of a draft can no longer be published as it stands.
public enum Clash {
    /// Its request was scheduled by somebody else, or is no longer approved.
    REQUEST,
    SPEAKER,
    VENUE
}
