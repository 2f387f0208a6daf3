package lectern.planner;

import java.util.List;
import lectern.planner.model.Shift;
import org.jspecify.annotations.Nullable;

/// The first rule that keeps a speaker from a talk, with what one needs to know to do something about it.
public sealed interface Exclusion {

    /// @param skills those that the talk needs and the speaker lacks, at least one
    record MissingSkills(List<String> skills) implements Exclusion {

        public MissingSkills {
            skills = List.copyOf(skills);
        }
    }

    /// @param tier the speaker's
    /// @param minTier the talk's
    record TierTooLow(int tier, int minTier) implements Exclusion {}

    /// No shift holds the talk at a minute of one of its windows.
    ///
    /// @param nearest the shift that comes closest to a window, null for who has none
    record NotAvailable(@Nullable Shift nearest) implements Exclusion {}

    /// A shift holds the talk, but not with the way there and back.
    ///
    /// @param out minutes from home
    /// @param back minutes home
    record OutOfReach(long out, long back) implements Exclusion {}

    /// @param talks that the speaker has
    /// @param maxTalks that the speaker may have
    record LimitReached(int talks, int maxTalks) implements Exclusion {}

    /// The cap of talks, or of load, in each shift that would do is reached.
    record ShiftsFull() implements Exclusion {}

    /// Has another talk at that time, or no time for the way to or from it.
    ///
    /// @param talk id of the other
    record Busy(String talk) implements Exclusion {}

    /// Could come, but the place has another talk then.
    ///
    /// @param talk id of the other
    record PlaceTaken(String talk) implements Exclusion {}
}
