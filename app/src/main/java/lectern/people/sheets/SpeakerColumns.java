package lectern.people.sheets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.org.UnitLookup;
import lectern.people.TopicNames;
import lectern.platform.imports.CellType;
import lectern.platform.imports.CellTypes;
import lectern.platform.imports.Choice;
import lectern.platform.imports.Option;
import lectern.platform.imports.Reading;
import lectern.platform.imports.SheetColumn;
import lectern.platform.security.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The columns of a sheet of speakers, and what a new speaker gets where they are empty.
@Component
class SpeakerColumns {
    private static final List<String> LEVELS = List.of("VILLAGE", "TOWN", "COUNTY", "CITY", "INSTITUTION");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_A_MONTH = 60;
    private static final int FIRST_YEAR = 1900;
    /// Offices put spaces into names of two characters so that columns look even.
    private static final Pattern SPACED = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private final Dictionary dictionary;
    private final TopicNames topics;
    private final UnitLookup units;
    private final MessageSource messages;
    private final Clock clock;

    SpeakerColumns(Dictionary dictionary, TopicNames topics, UnitLookup units, MessageSource messages, Clock clock) {
        this.dictionary = dictionary;
        this.topics = topics;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    List<SheetColumn> of(Actor actor) {
        var thisYear = LocalDate.ofInstant(clock.instant(), actor.zone()).getYear();
        return List.of(
                SheetColumn.always(SpeakerSheet.NAME, name()),
                SheetColumn.always(SpeakerSheet.UNIT, units.column(actor)),
                SheetColumn.whenNew(SpeakerSheet.SOURCE, Choice.one(() -> entries(DictionaryKind.SOURCE))),
                SheetColumn.optional(SpeakerSheet.TIER, Choice.one(this::tiers)),
                SheetColumn.optional(SpeakerSheet.PHONE, new PhoneCells()).sealed(),
                SheetColumn.optional(SpeakerSheet.BORN, CellTypes.whole(FIRST_YEAR, thisYear)),
                SheetColumn.optional(SpeakerSheet.TOPICS, Choice.several(this::topicOptions)),
                SheetColumn.optional(SpeakerSheet.SERVES, Choice.several(this::levels)),
                SheetColumn.optional(SpeakerSheet.FIT, new FitCells(Choice.one(() -> entries(DictionaryKind.SEGMENT)))),
                SheetColumn.optional(SpeakerSheet.MONTH_LIMIT, CellTypes.whole(1, MOST_A_MONTH)));
    }

    static CellType name() {
        var text = CellTypes.text(LONGEST_NAME);
        return cell -> text.read(cell) instanceof Reading.Value value
                ? Reading.of(SPACED.matcher(value.text()).replaceAll(""))
                : text.read(cell);
    }

    private List<Option> entries(DictionaryKind kind) {
        return dictionary.offered(kind).stream()
                .map(entry -> new Option(entry.code(), entry.nameZh(), entry.nameEn()))
                .toList();
    }

    private List<Option> tiers() {
        return dictionary.offered(DictionaryKind.TIER).stream()
                .map(entry -> new Option(Integer.toString(entry.rank()), entry.nameZh(), entry.nameEn()))
                .toList();
    }

    private List<Option> topicOptions() {
        return topics.offeredNames().entrySet().stream()
                .map(topic -> new Option(topic.getKey().toString(), topic.getValue(), topic.getValue()))
                .toList();
    }

    private List<Option> levels() {
        return Option.of(messages, "speaker.serves.", LEVELS);
    }

    /// As in the form of a new speaker.
    Map<String, String> defaults() {
        var defaults = new HashMap<String, String>();
        defaults.put(
                SpeakerSheet.TIER,
                dictionary.offered(DictionaryKind.TIER).stream()
                        .map(DictionaryEntry::rank)
                        .min(Integer::compare)
                        .map(rank -> Integer.toString(rank))
                        .orElse("1"));
        defaults.put(
                SpeakerSheet.SERVES, Choice.joined(Stream.of("VILLAGE", "TOWN").toList()));
        defaults.put(SpeakerSheet.MONTH_LIMIT, "8");
        return defaults;
    }
}
