package lectern.planning.substitute;

import java.util.UUID;

/// Somebody who could take over a talk.
///
/// @param minutes of the way from his home
/// @param travel minutes that it adds to his way that day
/// @param fit how well he suits the audience, 0 to 100
/// @param talks that he has that month already
/// @param standby whether he agreed to stand by that day
public record Substitute(
        UUID id,
        String name,
        int tier,
        double kilometres,
        int minutes,
        long travel,
        int fit,
        int talks,
        boolean standby) {}
