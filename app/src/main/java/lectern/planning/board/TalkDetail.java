package lectern.planning.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.DictionaryEntry;
import lectern.platform.web.Page;

/// What the panel says of one talk of a draft.
///
/// @param options who could give it: the chosen one first, then the next best; empty when it is left out
/// @param funnel how many speakers were left after each test; empty when it is served
/// @param blocked the first test at which none was left
/// @param earliest first minute of its windows
/// @param latest last minute of its windows
/// @param refused why the last change by hand was not made, as in [Solution#broken]
public record TalkDetail(
        BoardTalk talk,
        List<Option> options,
        List<Step> funnel,
        String blocked,
        Instant earliest,
        Instant latest,
        List<String> refused,
        Map<String, DictionaryEntry> segments,
        Map<String, DictionaryEntry> tiers) {

    /// @param travel minutes that this talk adds to the speaker's day
    /// @param fit how well he suits the audience, 0 to 100
    /// @param talks how many he gives in the plan
    /// @param changes what the plan's cost would change by with him, term by term; none for the chosen one
    public record Option(
            UUID speaker,
            String name,
            int tier,
            Instant startsAt,
            boolean chosen,
            long travel,
            int fit,
            int talks,
            List<Summary.Term> changes) {}

    /// @param name as in the planner's funnel
    public record Step(String name, int left) {}

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
