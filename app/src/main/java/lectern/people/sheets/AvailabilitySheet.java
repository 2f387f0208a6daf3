package lectern.people.sheets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.UnitLookup;
import lectern.people.availability.DayPart;
import lectern.platform.imports.CellTypes;
import lectern.platform.imports.Change;
import lectern.platform.imports.Choice;
import lectern.platform.imports.Option;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sheets of free times. A row adds time to what is there; what is covered already changes nothing. An undo takes away
/// what the row added, and no more.
@Component
class AvailabilitySheet implements SheetKind {
    static final String SPEAKER = "speaker";
    static final String UNIT = "unit";
    static final String PHONE = "phone";
    static final String DAY = "day";
    static final String PARTS = "parts";
    static final String FROM = "from";
    static final String TO = "to";

    /// No columns: who it is, and the times that were not free before.
    static final String ID = "id";

    static final String ADDED = "added";

    /// As on the page of a speaker's free times.
    private static final int DAYS_AHEAD = 183;

    private final JdbcClient jdbc;
    private final KnownSpeakers known;
    private final FreeTimeStore store;
    private final UnitLookup units;
    private final Sealer sealer;
    private final MessageSource messages;
    private final Clock clock;

    AvailabilitySheet(
            JdbcClient jdbc,
            KnownSpeakers known,
            FreeTimeStore store,
            UnitLookup units,
            Sealer sealer,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.known = known;
        this.store = store;
        this.units = units;
        this.sealer = sealer;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String page() {
        return "/speakers";
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        var today = today(actor.zone());
        return List.of(
                SheetColumn.always(SPEAKER, CellTypes.offering(SpeakerColumns.name(), this::names)),
                SheetColumn.optional(UNIT, units.column(actor)),
                SheetColumn.optional(PHONE, new PhoneCells()).sealed(),
                SheetColumn.always(
                        DAY,
                        CellTypes.day(
                                day -> !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD)),
                                "free.cell.day")),
                SheetColumn.optional(PARTS, Choice.several(this::parts)),
                SheetColumn.optional(FROM, CellTypes.time()),
                SheetColumn.optional(TO, CellTypes.time()));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private List<Option> parts() {
        return Option.of(
                messages,
                "free.part.",
                Stream.of(DayPart.values()).map(DayPart::name).toList());
    }

    private List<String> names() {
        return jdbc.sql("""
                        select name from speaker where retired_at is null group by name order by name collate "zh-x-icu"
                        """).query(String.class).list();
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var matching = new AvailabilityMatching(
                known.of(actor, values(lines, UNIT), values(lines, SPEAKER), hold), sealer, actor.zone());
        var meant = lines.stream()
                .flatMap(line -> matching.meant(line).stream())
                .map(speaker -> speaker.id().toString())
                .collect(Collectors.toSet());
        var today = today(actor.zone());
        matching.know(store.between(
                meant,
                today.atStartOfDay(actor.zone()).toInstant(),
                today.plusDays(DAYS_AHEAD + 2).atStartOfDay(actor.zone()).toInstant()));
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
        store.add(changes);
    }

    /// A time that is no longer free as a whole was changed since.
    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var ids = changes.stream()
                .map(change -> change.after().getOrDefault(ID, ""))
                .collect(Collectors.toSet());
        var held =
                known.held(ids).stream().map(speaker -> speaker.id().toString()).collect(Collectors.toSet());
        var times = changes.stream()
                .flatMap(change -> Stretches.of(change.after().getOrDefault(ADDED, "")).stream())
                .toList();
        var current = new HashMap<String, Map<String, String>>();
        if (times.isEmpty()) {
            return current;
        }
        var free = store.between(
                held,
                times.stream()
                        .map(shift -> shift.startsAt())
                        .min(java.time.Instant::compareTo)
                        .orElseThrow(),
                times.stream()
                        .map(shift -> shift.endsAt())
                        .max(java.time.Instant::compareTo)
                        .orElseThrow());
        for (var change : changes) {
            var id = change.after().getOrDefault(ID, "");
            if (held.contains(id)) {
                var added = Stretches.of(change.after().getOrDefault(ADDED, ""));
                var whole =
                        Stretches.minus(added, free.getOrDefault(id, List.of())).isEmpty();
                current.put(change.target(), whole ? change.after() : Map.of(DAY, ""));
            }
        }
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        store.takeAway(fresh);
    }
}
