package lectern.org.sheets;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes units of a sheet into the tree, all of them together.
@Component
class UnitWriting {
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitWriting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Place(UUID id, String path) {}

    void add(List<Change> fresh, UUID cityId) {
        if (fresh.isEmpty()) {
            return;
        }
        var places = places(fresh);
        jdbc.sql("""
                        insert into unit (id, city_id, parent_id, path, code, name, level, lat, lon)
                        select id, :city, parent_id, path, code, name, level, lat, lon
                        from unnest(:ids::uuid[], :parents::uuid[], :paths::text[], :codes::text[], :names::text[],
                                    :levels::text[], :lats::float8[], :lons::float8[])
                             as line (id, parent_id, path, code, name, level, lat, lon)
                        """)
                .param("city", cityId)
                .param("ids", Change.column(fresh, Change::target))
                .param(
                        "parents",
                        Change.column(
                                fresh,
                                change -> placeOf(places, parent(change)).id().toString()))
                .param(
                        "paths",
                        Change.column(
                                fresh, change -> placeOf(places, code(change)).path()))
                .param("codes", Change.column(fresh, UnitSheet.CODE))
                .param("names", Change.column(fresh, UnitSheet.NAME))
                .param("levels", Change.column(fresh, UnitSheet.LEVEL))
                .param("lats", Change.column(fresh, UnitSheet.LAT))
                .param("lons", Change.column(fresh, UnitSheet.LON))
                .update();
    }

    private static String code(Change change) {
        return change.after().getOrDefault(UnitSheet.CODE, "");
    }

    private static String parent(Change change) {
        return change.after().getOrDefault(UnitSheet.PARENT, "");
    }

    private Map<String, Place> places(List<Change> fresh) {
        var byCode = fresh.stream().collect(Collectors.toMap(UnitWriting::code, Function.identity()));
        var places = new HashMap<String, Place>();
        jdbc.sql("select code, id, path from unit where code = any(:codes)")
                .param("codes", fresh.stream().map(UnitWriting::parent).toArray(String[]::new))
                .query(row -> {
                    places.put(
                            row.getString("code"), new Place(row.getObject("id", UUID.class), row.getString("path")));
                });
        for (var change : fresh) {
            var waiting = new ArrayList<Change>();
            for (var each = change; each != null && !places.containsKey(code(each)); each = byCode.get(parent(each))) {
                waiting.add(each);
            }
            for (var each : waiting.reversed()) {
                var path = placeOf(places, parent(each)).path() + code(each) + "/";
                places.put(code(each), new Place(UUID.fromString(each.target()), path));
            }
        }
        return places;
    }

    private static Place placeOf(Map<String, Place> places, String code) {
        var place = places.get(code);
        if (place == null) {
            throw new IllegalStateException("unit " + code + " has no place: the rows were not judged again");
        }
        return place;
    }

    /// An empty place takes it away: that is how an undo puts back what had none.
    void change(List<Change> changed) {
        jdbc.sql("""
                        update unit set name = coalesce(line.name, unit.name), level = coalesce(line.level, unit.level),
                            lat = case when line.lat is null then unit.lat else nullif(line.lat, '')::float8 end,
                            lon = case when line.lon is null then unit.lon else nullif(line.lon, '')::float8 end,
                            retired_at = case when line.retired is null then retired_at
                                         when line.retired = '' then null else :now end
                        from unnest(:ids::uuid[], :names::text[], :levels::text[], :lats::text[], :lons::text[],
                                    :retired::text[]) as line (id, name, level, lat, lon, retired)
                        where unit.id = line.id
                        """)
                .param("ids", Change.column(changed, Change::target))
                .param("names", Change.column(changed, UnitSheet.NAME))
                .param("levels", Change.column(changed, UnitSheet.LEVEL))
                .param("lats", Change.column(changed, UnitSheet.LAT))
                .param("lons", Change.column(changed, UnitSheet.LON))
                .param("retired", Change.column(changed, SheetKind.RETIRED))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void retire(Collection<String> ids) {
        jdbc.sql("update unit set retired_at = :now where id = any(:ids::uuid[]) and retired_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
