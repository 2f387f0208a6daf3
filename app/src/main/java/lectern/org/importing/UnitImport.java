package lectern.org.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the units of a file into the tree, all in one transaction. The same file twice changes nothing.
@Component
class UnitImport {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    UnitImport(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    Imported run(byte[] content, String fileName, Actor actor) {
        var file = UnitFile.read(content);
        if (!file.problems().isEmpty()) {
            return Imported.refused(file.problems());
        }
        try {
            return transaction.execute(status -> putIn(file.lines(), fileName, actor));
        } catch (DuplicateKeyException elsewhere) {
            return Imported.refused(List.of(FileProblem.ofFile("unit.import.codeElsewhere")));
        }
    }

    private Imported putIn(List<UnitLine> lines, String fileName, Actor actor) {
        // One import at a time in a city: the second sees what the first one made.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import-units ' || :city, 0))")
                .param("city", actor.cityId().toString())
                .query((row, number) -> true)
                .single();
        var known = known();
        var top = known.values().stream()
                .filter(unit -> unit.id().equals(actor.unitId()))
                .findFirst()
                .orElseThrow();
        var problems = UnitTree.check(lines, known, top);
        if (!problems.isEmpty()) {
            return Imported.refused(problems);
        }
        var fresh =
                lines.stream().filter(line -> !known.containsKey(line.code())).toList();
        var changed = lines.stream()
                .flatMap(line -> Stream.ofNullable(known.get(line.code()))
                        .filter(unit -> unit.differs(line))
                        .map(unit -> new Change(unit.id(), line)))
                .toList();
        add(fresh, known, actor.cityId());
        change(changed);
        if (!fresh.isEmpty() || !changed.isEmpty()) {
            audit.record(
                    "import-units",
                    "unit",
                    actor.unitId(),
                    Map.of("file", fileName, "new", fresh.size(), "changed", changed.size()));
        }
        return new Imported(fresh.size(), changed.size(), lines.size() - fresh.size() - changed.size(), List.of());
    }

    private Map<String, KnownUnit> known() {
        return jdbc.sql("""
                        select u.id, u.path, u.code, u.name, u.level, coalesce(p.code, '') as parent_code, u.lat, u.lon,
                               u.retired_at is not null as retired
                        from unit u left join unit_name p on p.id = u.parent_id
                        """).query(KnownUnit.class).list().stream()
                .collect(Collectors.toMap(KnownUnit::code, Function.identity()));
    }

    private record Place(UUID id, String path) {}

    private void add(List<UnitLine> lines, Map<String, KnownUnit> known, UUID cityId) {
        if (lines.isEmpty()) {
            return;
        }
        var byCode = lines.stream().collect(Collectors.toMap(UnitLine::code, Function.identity()));
        var places = new HashMap<String, Place>();
        known.forEach((code, unit) -> places.put(code, new Place(unit.id(), unit.path())));
        lines.forEach(line -> place(line, byCode, places));
        jdbc.sql("""
                        insert into unit (id, city_id, parent_id, path, code, name, level, lat, lon)
                        select id, :city, parent_id, path, code, name, level, lat, lon
                        from unnest(:ids::uuid[], :parents::uuid[], :paths::text[], :codes::text[], :names::text[],
                                    :levels::text[], :lats::float8[], :lons::float8[])
                             as line (id, parent_id, path, code, name, level, lat, lon)
                        """)
                .param("city", cityId)
                .param("ids", column(lines, line -> placeOf(places, line.code()).id()))
                .param(
                        "parents",
                        column(lines, line -> placeOf(places, line.parent()).id()))
                .param(
                        "paths",
                        column(lines, line -> placeOf(places, line.code()).path()))
                .param("codes", column(lines, UnitLine::code))
                .param("names", column(lines, UnitLine::name))
                .param("levels", column(lines, line -> line.level().name()))
                .param("lats", column(lines, UnitLine::lat))
                .param("lons", column(lines, UnitLine::lon))
                .update();
    }

    /// Walks up to the nearest unit that has its place, then down again: a file may be deeper than a call stack likes.
    private static void place(UnitLine line, Map<String, UnitLine> byCode, Map<String, Place> places) {
        var waiting = new ArrayList<UnitLine>();
        for (var each = line; each != null && !places.containsKey(each.code()); each = byCode.get(each.parent())) {
            waiting.add(each);
        }
        for (var each : waiting.reversed()) {
            var path = placeOf(places, each.parent()).path() + each.code() + "/";
            places.put(each.code(), new Place(Identifiers.next(), path));
        }
    }

    private static Place placeOf(Map<String, Place> places, String code) {
        var place = places.get(code);
        if (place == null) {
            throw new IllegalStateException("unit " + code + " has no place: the tree was not checked");
        }
        return place;
    }

    private record Change(UUID id, UnitLine line) {}

    private void change(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update unit set name = line.name, level = line.level, retired_at = null,
                            lat = coalesce(line.lat, unit.lat), lon = coalesce(line.lon, unit.lon)
                        from unnest(:ids::uuid[], :names::text[], :levels::text[], :lats::float8[], :lons::float8[])
                             as line (id, name, level, lat, lon)
                        where unit.id = line.id
                        """)
                .param("ids", column(changes, Change::id))
                .param("names", column(changes, change -> change.line().name()))
                .param("levels", column(changes, change -> change.line().level()))
                .param("lats", column(changes, change -> change.line().lat()))
                .param("lons", column(changes, change -> change.line().lon()))
                .update();
    }

    /// One cell of all lines, for an SQL array.
    private static <T> @Nullable String[] column(Collection<T> lines, Function<T, @Nullable Object> cell) {
        return lines.stream()
                .map(cell)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
