package lectern.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.platform.web.Page;

/// The dictionaries that name what stands in a speaker's row.
///
/// @param sources by code
/// @param tiers by rank
/// @param segments by code
public record SpeakerWords(
        Map<String, DictionaryEntry> sources,
        Map<Integer, DictionaryEntry> tiers,
        Map<String, DictionaryEntry> segments) {
    static SpeakerWords of(Dictionary dictionary) {
        var tiers = new LinkedHashMap<Integer, DictionaryEntry>();
        dictionary.entries(DictionaryKind.TIER).values().forEach(entry -> tiers.putIfAbsent(entry.rank(), entry));
        return new SpeakerWords(
                dictionary.entries(DictionaryKind.SOURCE), tiers, dictionary.entries(DictionaryKind.SEGMENT));
    }

    public String source(Page page, String code) {
        var entry = sources.get(code);
        return entry == null ? code : entry.name(page);
    }

    public String tier(Page page, int rank) {
        var entry = tiers.get(rank);
        return entry == null ? Integer.toString(rank) : entry.name(page);
    }

    public String segment(Page page, String code) {
        var entry = segments.get(code);
        return entry == null ? code : entry.name(page);
    }

    /// Source codes with their names: those offered, and the one that is chosen already.
    public Map<String, String> sourceOptions(Page page, String chosen) {
        return options(page, sources.values(), chosen, false);
    }

    /// Ranks with the names of the steps.
    public Map<String, String> tierOptions(Page page, String chosen) {
        return options(page, tiers.values(), chosen, true);
    }

    /// Segment codes with their names.
    public Map<String, String> segmentOptions(Page page) {
        return options(page, segments.values(), "", false);
    }

    /// Names by the text of their ids, for the tags of choices.
    public static Map<String, String> byText(Map<UUID, String> names) {
        var options = new LinkedHashMap<String, String>();
        names.forEach((id, name) -> options.put(id.toString(), name));
        return options;
    }

    private static Map<String, String> options(
            Page page, Collection<DictionaryEntry> entries, String chosen, boolean byRank) {
        var options = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            var value = byRank ? Integer.toString(entry.rank()) : entry.code();
            if (!entry.retired() || value.equals(chosen)) {
                options.put(value, entry.name(page));
            }
        }
        return options;
    }
}
