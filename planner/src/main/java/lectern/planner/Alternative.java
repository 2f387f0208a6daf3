package lectern.planner;

import lectern.planner.model.Cost;

/// A speaker who could take a talk.
///
/// @param start the cheapest
/// @param difference against leaving the talk out, term by term
public record Alternative(String speaker, int start, Cost difference) {}
