package lectern.planning.substitute;

import java.util.UUID;

/// Somebody who could take over a talk.
///
/// @param travel minutes that it adds to his way that day
/// @param fit how well he suits the audience, 0 to 100
/// @param talks that he has that month already
public record Substitute(UUID id, String name, int tier, double kilometres, long travel, int fit, int talks) {}
