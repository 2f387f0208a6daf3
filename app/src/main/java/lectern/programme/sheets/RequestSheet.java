package lectern.programme.sheets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.UnitLookup;
import lectern.people.TopicNames;
import lectern.places.VenueLookup;
import lectern.platform.imports.CellTypes;
import lectern.platform.imports.Change;
import lectern.platform.imports.Choice;
import lectern.platform.imports.Option;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;
import lectern.programme.DayPart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Sheets of requests, as an office collects them from its stations. They come in as asked and are approved on the page
/// like others: the one who types a sheet is not always the one who decides, and nothing is planned unseen.
@Component
class RequestSheet implements SheetKind {
    static final String VENUE = "venue";
    static final String UNIT = "unit";
    static final String TOPIC = "topic";
    static final String SEGMENT = "segment";
    static final String EXPECTED = "expected";
    static final String DAY = "day";
    static final String PARTS = "parts";
    static final String FROM = "from";
    static final String TO = "to";
    static final String NOTE = "note";

    /// No columns: which venue it is, and the times from the parts or hours.
    static final String VENUE_ID = "venueId";

    static final String WINDOWS = "windows";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_PEOPLE = 100_000;
    /// As in the form of a request.
    private static final int DAYS_AHEAD = 180;

    private final RequestStore store;
    private final VenueLookup venues;
    private final UnitLookup units;
    private final TopicNames topics;
    private final Dictionary dictionary;
    private final MessageSource messages;
    private final Clock clock;

    RequestSheet(
            RequestStore store,
            VenueLookup venues,
            UnitLookup units,
            TopicNames topics,
            Dictionary dictionary,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.venues = venues;
        this.units = units;
        this.topics = topics;
        this.dictionary = dictionary;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String page() {
        return "/requests?state=ASKED";
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        var today = today(actor);
        return List.of(
                SheetColumn.always(VENUE, CellTypes.offering(CellTypes.text(LONGEST_NAME), () -> names(actor))),
                SheetColumn.optional(UNIT, units.column(actor)),
                SheetColumn.always(TOPIC, Choice.one(this::topicOptions)),
                SheetColumn.always(SEGMENT, Choice.one(this::segments)),
                SheetColumn.whenNew(EXPECTED, CellTypes.whole(1, MOST_PEOPLE)),
                SheetColumn.always(
                        DAY,
                        CellTypes.day(
                                day -> !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD)),
                                "request.cell.day")),
                SheetColumn.optional(PARTS, Choice.several(this::parts)),
                SheetColumn.optional(FROM, CellTypes.time()),
                SheetColumn.optional(TO, CellTypes.time()),
                SheetColumn.optional(NOTE, CellTypes.text(LONGEST_NOTE)));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private List<String> names(Actor actor) {
        return venues.inUse(actor).stream()
                .map(VenueLookup.Named::name)
                .distinct()
                .toList();
    }

    private List<Option> topicOptions() {
        return topics.offeredNames().entrySet().stream()
                .map(topic -> new Option(topic.getKey().toString(), topic.getValue(), topic.getValue()))
                .toList();
    }

    private List<Option> segments() {
        return dictionary.offered(DictionaryKind.SEGMENT).stream()
                .map(entry -> new Option(entry.code(), entry.nameZh(), entry.nameEn()))
                .toList();
    }

    private List<Option> parts() {
        return Option.of(
                messages,
                "request.part.",
                Stream.of(DayPart.values()).map(DayPart::name).toList());
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var matching = new RequestMatching(venues.inUse(actor), actor.zone());
        var meant = lines.stream()
                .flatMap(line -> matching.venues(line).stream())
                .map(VenueLookup.Named::id)
                .collect(Collectors.toSet());
        matching.know(store.at(meant, today(actor).atStartOfDay(actor.zone()).toInstant(), hold));
        return lines.stream().map(matching::judge).toList();
    }

    @Override
    public void write(List<Change> changes, Actor actor) {
        store.ask(Change.fresh(changes), actor);
        store.change(Change.changed(changes));
    }

    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var said = changes.stream().collect(Collectors.toMap(Change::target, Change::after));
        var current = new HashMap<String, Map<String, String>>();
        store.held(said.keySet()).forEach(request -> {
            var target = request.id().toString();
            current.put(target, request.of(said.getOrDefault(target, Map.of())));
        });
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        store.withdraw(fresh.stream().map(Change::target).toList(), actor);
    }
}
