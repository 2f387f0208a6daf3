package lectern.planning.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.DictionaryEntry;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Reasoning.Hindrance;
import lectern.planning.problem.Solution;
import lectern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/// What the panel says of one talk of a draft.
///
/// @param chosen who gives it, null when it is left out
/// @param others who else could give it, the best first
/// @param times when else he could give it
/// @param better who would be better, were it not for one rule
/// @param funnel how many speakers are left after each test; null when it is served
/// @param earliest first minute of its windows
/// @param latest last minute of its windows
/// @param refused why the last change by hand was not made, as in [Solution#broken]
public record TalkDetail(
        BoardTalk talk,
        Horizon horizon,
        @Nullable Chosen chosen,
        List<Option> others,
        List<Option> times,
        List<Group> better,
        Solution.@Nullable Funnel funnel,
        Instant earliest,
        Instant latest,
        List<String> refused,
        Map<String, DictionaryEntry> segments,
        Map<String, DictionaryEntry> tiers) {

    /// @param travel minutes that this talk adds to the speaker's day
    /// @param fit how well he suits the audience, 0 to 100
    /// @param talks how many others he has in the period
    public record Chosen(int tier, long travel, int fit, long talks) {}

    /// @param changes what the plan's cost would change by, term by term
    /// @param total their sum
    public record Option(
            UUID speaker,
            String name,
            String unit,
            int tier,
            Instant startsAt,
            Reason reason,
            List<Summary.Term> changes,
            long total) {}

    /// Those who would be better and whom one rule excludes.
    ///
    /// @param rule as in [Hindrance#rule]
    /// @param all how many there are
    /// @param first the best of them
    public record Group(String rule, int all, List<Excluded> first) {}

    /// @param without what he would change without the rule
    public record Excluded(Option without, Hindrance hindrance) {}

    /// Somebody whom the officer searched by name.
    ///
    /// @param startsAt when he could give it; the earliest window's start when he cannot
    /// @param broken why he cannot, as in [Solution#broken]
    public record Candidate(UUID speaker, String name, String unit, Instant startsAt, List<String> broken) {}

    public String segment(Page page) {
        var code = talk.request().segment();
        var entry = segments.get(code);
        return entry == null ? code : entry.name(page);
    }

    /// The name of that step of the ladder.
    public String tier(Page page, int rank) {
        return tiers.values().stream()
                .filter(entry -> entry.rank() == rank)
                .map(entry -> entry.name(page))
                .findFirst()
                .orElse("");
    }
}
