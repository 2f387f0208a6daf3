package lectern.planner.model;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a plan costs, term by term, weights included; or the difference of two such costs, whose terms may be below 0.
/// What each term sums up is said at [Weights], in whole numbers without unit.
///
/// @param total of the nine terms; it is not checked, since a plan made elsewhere may misstate it
/// @param unserved talks left out
/// @param travel minutes on the road
/// @param shift used shifts
/// @param misfit speakers who do not quite suit their audiences
/// @param load many talks for one speaker
/// @param repeat the same speaker at the same place
/// @param overtier speakers of a higher tier than needed
/// @param change published talks now with another speaker
/// @param move published talks now at another start
public record Cost(
        long total,
        long unserved,
        long travel,
        long shift,
        long misfit,
        long load,
        long repeat,
        long overtier,
        long change,
        long move) {

    public static final Cost ZERO = Cost.of(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// With the total that the terms add up to.
    public static Cost of(
            long unserved,
            long travel,
            long shift,
            long misfit,
            long load,
            long repeat,
            long overtier,
            long change,
            long move) {
        long total = unserved + travel + shift + misfit + load + repeat + overtier + change + move;
        return new Cost(total, unserved, travel, shift, misfit, load, repeat, overtier, change, move);
    }

    public Cost plus(Cost other) {
        return Cost.of(
                unserved + other.unserved,
                travel + other.travel,
                shift + other.shift,
                misfit + other.misfit,
                load + other.load,
                repeat + other.repeat,
                overtier + other.overtier,
                change + other.change,
                move + other.move);
    }

    public Cost minus(Cost other) {
        return Cost.of(
                unserved - other.unserved,
                travel - other.travel,
                shift - other.shift,
                misfit - other.misfit,
                load - other.load,
                repeat - other.repeat,
                overtier - other.overtier,
                change - other.change,
                move - other.move);
    }

    /// By the names and in the order of the file format, the total first.
    public Map<String, Long> terms() {
        Map<String, Long> terms = new LinkedHashMap<>();
        terms.put("total", total);
        terms.put("unserved", unserved);
        terms.put("travel", travel);
        terms.put("shift", shift);
        terms.put("misfit", misfit);
        terms.put("load", load);
        terms.put("repeat", repeat);
        terms.put("overtier", overtier);
        terms.put("change", change);
        terms.put("move", move);
        return terms;
    }
}
