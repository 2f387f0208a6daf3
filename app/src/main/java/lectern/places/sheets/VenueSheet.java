package lectern.places.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.UnitLookup;
import lectern.platform.imports.CellTypes;
import lectern.platform.imports.Change;
import lectern.platform.imports.Choice;
import lectern.platform.imports.Option;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Actor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sheets of venues. A row means the venue of that name in that unit.
@Component
class VenueSheet implements SheetKind {
    static final String NAME = "name";
    static final String UNIT = "unit";
    static final String KIND = "kind";
    static final String ADDRESS = "address";
    static final String CAPACITY = "capacity";
    static final String LAT = "lat";
    static final String LON = "lon";
    static final String SHARED = "shared";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_SEATS = 100_000;
    private static final String SELECT = """
            select v.id, v.name, u.code as unit, v.kind, v.address, v.capacity, v.lat, v.lon, v.shared,
                   v.retired_at is not null as retired
            from venue v join unit_name u on u.id = v.unit_id
            """;

    private final JdbcClient jdbc;
    private final VenueWriting writing;
    private final UnitLookup units;
    private final Dictionary dictionary;
    private final MessageSource messages;

    VenueSheet(JdbcClient jdbc, VenueWriting writing, UnitLookup units, Dictionary dictionary, MessageSource messages) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.units = units;
        this.dictionary = dictionary;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "venues";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String page() {
        return "/venues";
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        return List.of(
                SheetColumn.always(NAME, CellTypes.text(LONGEST_NAME)),
                SheetColumn.always(UNIT, units.column(actor)),
                SheetColumn.whenNew(KIND, Choice.one(this::kinds)),
                SheetColumn.optional(ADDRESS, CellTypes.text(LONGEST_ADDRESS)),
                SheetColumn.whenNew(CAPACITY, CellTypes.whole(1, MOST_SEATS)),
                SheetColumn.optional(LAT, CellTypes.decimal(-90, 90)),
                SheetColumn.optional(LON, CellTypes.decimal(-180, 180)),
                SheetColumn.optional(
                        SHARED, Choice.one(() -> Option.of(messages, "import.shared.", List.of("true", "false")))));
    }

    private List<Option> kinds() {
        return dictionary.offered(DictionaryKind.VENUE_KIND).stream()
                .map(entry -> new Option(entry.code(), entry.nameZh(), entry.nameEn()))
                .toList();
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var codes = lines.stream().map(line -> line.get(UNIT)).collect(Collectors.toSet());
        var known = jdbc.sql(SELECT + "where u.city_id = :city and u.code = any(:codes) order by v.id"
                        + (hold ? " for update of v" : ""))
                .param("city", actor.cityId())
                .param("codes", codes.toArray(String[]::new))
                .query(KnownVenue.class)
                .list();
        var matching = new VenueMatching(known, units.byCodes(actor, codes));
        return lines.stream().map(matching::judge).toList();
    }

    @Override
    public void write(List<Change> changes, Actor actor) {
        var fresh = Change.fresh(changes);
        var codes = fresh.stream()
                .map(change -> change.after().getOrDefault(UNIT, ""))
                .collect(Collectors.toSet());
        writing.open(fresh, actor.cityId(), units.byCodes(actor, codes));
        writing.change(Change.changed(changes));
    }

    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var said = changes.stream().collect(Collectors.toMap(Change::target, Change::after));
        var current = new HashMap<String, Map<String, String>>();
        jdbc.sql(SELECT + "where v.id = any(:ids::uuid[]) order by v.id for update of v")
                .param("ids", said.keySet().toArray(String[]::new))
                .query(KnownVenue.class)
                .list()
                .forEach(venue -> {
                    var target = venue.id().toString();
                    current.put(target, venue.of(said.getOrDefault(target, Map.of())));
                });
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        writing.retire(fresh.stream().map(Change::target).toList());
    }
}
