package lectern.planner.model;

import java.util.List;
import java.util.Map;

/// Somebody who gives talks. Immutable.
///
/// @param id once among the problem's speakers, not empty
/// @param skills any words; what a talk needs is looked up among them
/// @param tier ≥ 0; every step above what a talk needs costs [Weights#overtier]
/// @param home place where each shift begins and ends
/// @param shifts in minutes of the horizon, disjoint, in any order; two that touch are still two
/// @param maxTalks cap over the horizon, [#NO_CAP] for none
/// @param maxTalksPerShift cap per shift, [#NO_CAP] for none
/// @param capacity cap of the loads in one shift, 0 for none
/// @param fit segment → hundredths 0..100; a segment that is not listed fits fully (100)
public record Speaker(
        String id,
        String home,
        List<String> skills,
        int tier,
        List<Shift> shifts,
        int maxTalks,
        int maxTalksPerShift,
        int capacity,
        Map<String, Integer> fit) {

    public static final int NO_CAP = Integer.MAX_VALUE;
    public static final int FULL_FIT = 100;

    public Speaker {
        skills = List.copyOf(skills);
        shifts = List.copyOf(shifts);
        fit = Map.copyOf(fit);
    }

    /// Whole points 0..100 that this speaker falls short of the talk's audience. Fit has two decimals, so nothing is
    /// left to round.
    public int misfit(Talk talk) {
        return talk.segment() == null ? 0 : FULL_FIT - fit.getOrDefault(talk.segment(), FULL_FIT);
    }
}
