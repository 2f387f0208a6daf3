package lectern.org.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.UnitLevel;
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

/// Sheets of units. The whole tree below the actor is read once: a city has some two thousand.
@Component
class UnitSheet implements SheetKind {
    static final String CODE = "code";
    static final String NAME = "name";
    static final String LEVEL = "level";
    static final String PARENT = "parent";
    static final String LAT = "lat";
    static final String LON = "lon";

    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final int LONGEST_NAME = 80;
    private static final String SELECT = """
            select u.id, u.path, u.code, u.name, u.level, coalesce(p.code, '') as parent_code, u.lat, u.lon,
                   u.retired_at is not null as retired
            from unit u left join unit_name p on p.id = u.parent_id
            """;

    private final JdbcClient jdbc;
    private final UnitWriting writing;
    private final MessageSource messages;

    UnitSheet(JdbcClient jdbc, UnitWriting writing, MessageSource messages) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String page() {
        return "/units";
    }

    @Override
    public List<SheetColumn> columns(Actor actor) {
        return List.of(
                SheetColumn.always(
                        CODE, CellTypes.text(text -> CODES.matcher(text).matches(), "unit.cell.code")),
                SheetColumn.always(NAME, CellTypes.text(LONGEST_NAME)),
                SheetColumn.whenNew(LEVEL, Choice.one(() -> levels(actor))),
                SheetColumn.whenNew(PARENT, CellTypes.text(LONGEST_NAME)),
                SheetColumn.optional(LAT, CellTypes.decimal(-90, 90)),
                SheetColumn.optional(LON, CellTypes.decimal(-180, 180)));
    }

    /// The actor's own, which a sheet may name too, and those below it.
    private List<Option> levels(Actor actor) {
        var own = UnitLevel.valueOf(actor.unitLevel());
        return Option.of(
                messages,
                "unit.level.",
                Stream.of(UnitLevel.values())
                        .filter(level -> level.compareTo(own) >= 0)
                        .map(UnitLevel::name)
                        .toList());
    }

    @Override
    public List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold) {
        var known = jdbc.sql(SELECT + "order by u.path" + (hold ? " for update of u" : ""))
                .query(KnownUnit.class)
                .list();
        var codes = lines.stream().map(line -> line.get(CODE)).toArray(String[]::new);
        var foreign = new HashSet<>(jdbc.sql("select code from unit_name where city_id = :city and code = any(:codes)")
                .param("city", actor.cityId())
                .param("codes", codes)
                .query(String.class)
                .list());
        known.forEach(unit -> foreign.remove(unit.code()));
        var top = known.stream()
                .filter(unit -> unit.id().equals(actor.unitId()))
                .findFirst()
                .orElseThrow();
        return new UnitMatching(known, foreign, top).judge(lines);
    }

    @Override
    public void write(List<Change> changes, Actor actor) {
        writing.add(Change.fresh(changes), actor.cityId());
        writing.change(Change.changed(changes));
    }

    @Override
    public Map<String, Map<String, String>> current(List<Change> changes, Actor actor) {
        var said = changes.stream().collect(Collectors.toMap(Change::target, Change::after));
        var current = new HashMap<String, Map<String, String>>();
        jdbc.sql(SELECT + "where u.id = any(:ids::uuid[]) order by u.path for update of u")
                .param("ids", said.keySet().toArray(String[]::new))
                .query(KnownUnit.class)
                .list()
                .forEach(unit -> {
                    var target = unit.id().toString();
                    current.put(target, unit.of(said.getOrDefault(target, Map.of())));
                });
        return current;
    }

    @Override
    public void takeBack(Collection<Change> fresh, Actor actor) {
        writing.retire(fresh.stream().map(Change::target).toList());
    }
}
