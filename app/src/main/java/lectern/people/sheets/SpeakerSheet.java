package lectern.people.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.org.UnitLookup;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import org.springframework.stereotype.Component;

/// Sheets of speakers. A row means the speaker of that name in that unit; see [SpeakerMatching] for who that is.
@Component
class SpeakerSheet implements SheetKind {
    static final String NAME = "name";
    static final String UNIT = "unit";
    static final String SOURCE = "source";
    static final String TIER = "tier";
    static final String PHONE = "phone";
    static final String BORN = "birthYear";
    static final String TOPICS = "topics";
    static final String SERVES = "serves";
    static final String FIT = "fit";
    static final String MONTH_LIMIT = "monthLimit";

    /// No column: the last digits of a number that was given masked. They say who is meant and change nothing.
    static final String PHONE_TAIL = "phoneTail";

    private final SpeakerColumns columns;
    private final KnownSpeakers known;
    private final SpeakerWriting writing;
    private final UnitLookup units;
    private final Sealer sealer;

    SpeakerSheet(SpeakerColumns columns, KnownSpeakers known, SpeakerWriting writing, UnitLookup units, Sealer sealer) {
        this.columns = columns;
        this.known = known;
        this.writing = writing;
        this.units = units;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "speakers";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String page() {
        return "/speakers";
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        return columns.of(actor);
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var there = known.of(actor, values(lines, UNIT), values(lines, NAME), hold);
        var matching = new SpeakerMatching(there, columns.defaults(), sealer);
        return lines.stream().map(matching::judge).toList();
    }

    private static Collection<String> values(List<SheetLine> lines, String column) {
        return lines.stream()
                .map(line -> line.get(column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public void write(List<Change> changes, Actor actor) {
        var codes = changes.stream()
                .filter(Change::fresh)
                .map(change -> change.after().getOrDefault(UNIT, ""))
                .collect(Collectors.toSet());
        writing.write(changes, actor.cityId(), units.byCodes(actor, codes));
    }

    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var said = changes.stream().collect(Collectors.toMap(Change::target, Change::after));
        var current = new HashMap<String, Map<String, String>>();
        known.held(said.keySet()).forEach(speaker -> {
            var target = speaker.id().toString();
            current.put(target, speaker.of(said.getOrDefault(target, Map.of()), sealer));
        });
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        writing.retire(fresh.stream().map(Change::target).toList());
    }
}
