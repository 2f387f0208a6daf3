package lectern.planner.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A talk that somebody has asked for. Immutable.
///
/// @param id once among the problem's talks, not empty
/// @param place id of where it is held
/// @param minutes its length, ≥ 0, set-up and packing-up included
/// @param windows minutes at which it may start, at least one window, in any order; they may overlap
/// @param needs skills that the speaker must all have
/// @param minTier least tier of the speaker, ≥ 0
/// @param segment audience, looked up in [Speaker#fit]; null: everybody fits
/// @param priority ≥ 1, what leaving it out costs, times [Weights#unserved]
/// @param load ≥ 0, counts against [Speaker#capacity] within one shift
public record Talk(
        String id,
        String place,
        int minutes,
        List<Window> windows,
        List<String> needs,
        int minTier,
        @Nullable String segment,
        int priority,
        int load) {

    public Talk {
        windows = List.copyOf(windows);
        needs = List.copyOf(needs);
    }

    public boolean mayStartAt(int minute) {
        return windows.stream().anyMatch(window -> window.holds(minute));
    }
}
