package lectern.org.unit;

import java.util.UUID;
import lectern.org.UnitLevel;

/// A unit in the list of its parent.
///
/// @param below how many units lie directly below it
public record UnitRow(UUID id, String code, String name, UnitLevel level, int below) {}
