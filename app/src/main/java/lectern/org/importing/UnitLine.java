package lectern.org.importing;

import lectern.org.UnitLevel;
import org.jspecify.annotations.Nullable;

/// A unit as a line of a file names it.
///
/// @param number of the line in the file
/// @param parent code of the unit above; empty for the top of the tree
/// @param lat degrees, WGS 84; null keeps what is known
/// @param lon degrees, WGS 84; null keeps what is known
record UnitLine(
        long number,
        String code,
        String name,
        UnitLevel level,
        String parent,
        @Nullable Double lat,
        @Nullable Double lon) {}
