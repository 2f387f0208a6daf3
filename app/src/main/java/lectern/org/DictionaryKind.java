package lectern.org;

/// What a city names for itself.
public enum DictionaryKind {
    /// Where speakers come from.
    SOURCE,
    /// Whom a talk is for.
    SEGMENT,
    /// How a talk is given.
    FORM,
    VENUE_KIND,
    /// The ladder of speakers; the rank is the step.
    TIER
}
