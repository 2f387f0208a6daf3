package lectern.planning.part;

import lectern.org.Unit;

/// A unit that can be chosen to be planned again.
///
/// @param depth below the plan's unit, from 1
public record UnitChoice(Unit unit, int depth, int talks) {}
