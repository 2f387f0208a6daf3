package lectern.planner.model;

/// The tests that speakers pass in turn to take a talk, and at the end what may still speak against it.
public enum FunnelTest {
    /// There are speakers at all.
    SPEAKERS,
    /// They have the skills.
    SKILLS,
    /// They have the tier.
    TIER,
    /// They have a shift that holds the talk at a minute of one of its windows.
    AVAILABLE,
    /// They can get there from home and back within such a shift.
    REACHABLE,
    /// They can still take it beside what they already have, the place being free.
    FREE,
    /// Somebody is free, but serving the talk costs more than leaving it.
    COST
}
