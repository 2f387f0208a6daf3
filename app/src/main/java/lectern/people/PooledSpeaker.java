package lectern.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A speaker as the planner needs him.
///
/// @param lat of the home, or of the unit where no home is known; degrees, WGS 84
/// @param lon likewise
/// @param tier the rank of his step on the ladder, from 1
/// @param topics ids
/// @param serves levels of units that he goes to, such as `VILLAGE`
/// @param fit segment → 0 to 100; a segment that is not listed counts as 100
/// @param monthLimit talks a month at most
/// @param shifts those that touch the period, cut only where he is away, in order, disjoint
public record PooledSpeaker(
        UUID id,
        String name,
        double lat,
        double lon,
        int tier,
        Set<UUID> topics,
        Set<String> serves,
        Map<String, Integer> fit,
        int monthLimit,
        List<Shift> shifts) {}
