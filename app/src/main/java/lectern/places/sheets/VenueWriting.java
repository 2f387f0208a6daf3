package lectern.places.sheets;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes venues of a sheet, all of them together.
@Component
class VenueWriting {
    private final JdbcClient jdbc;
    private final Clock clock;

    VenueWriting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(List<Change> fresh, UUID cityId, Map<String, Unit> units) {
        jdbc.sql("""
                        insert into venue (id, city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared)
                        select id, :city, unit, path, name, kind, coalesce(address, ''), lat, lon, capacity, shared
                        from unnest(:ids::uuid[], :units::uuid[], :paths::text[], :names::text[], :kinds::text[],
                                    :addresses::text[], :lats::float8[], :lons::float8[], :capacities::int[],
                                    :shared::boolean[])
                             as line (id, unit, path, name, kind, address, lat, lon, capacity, shared)
                        """)
                .param("city", cityId)
                .param("ids", Change.column(fresh, Change::target))
                .param(
                        "units",
                        Change.column(fresh, change -> unit(units, change).id().toString()))
                .param(
                        "paths",
                        Change.column(fresh, change -> unit(units, change).path()))
                .param("names", Change.column(fresh, VenueSheet.NAME))
                .param("kinds", Change.column(fresh, VenueSheet.KIND))
                .param("addresses", Change.column(fresh, VenueSheet.ADDRESS))
                .param("lats", Change.column(fresh, VenueSheet.LAT))
                .param("lons", Change.column(fresh, VenueSheet.LON))
                .param("capacities", Change.column(fresh, VenueSheet.CAPACITY))
                .param("shared", Change.column(fresh, VenueSheet.SHARED))
                .update();
    }

    private static Unit unit(Map<String, Unit> units, Change change) {
        var code = change.after().get(VenueSheet.UNIT);
        var unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("unit " + code + " is gone: the rows were not judged again");
        }
        return unit;
    }

    void change(List<Change> changed) {
        jdbc.sql("""
                        update venue set
                            kind = coalesce(line.kind, venue.kind),
                            address = coalesce(line.address, venue.address),
                            lat = coalesce(line.lat, venue.lat),
                            lon = coalesce(line.lon, venue.lon),
                            capacity = coalesce(line.capacity, venue.capacity),
                            shared = coalesce(line.shared, venue.shared),
                            retired_at = case when line.retired is null then retired_at
                                         when line.retired = '' then null else :now end
                        from unnest(:ids::uuid[], :kinds::text[], :addresses::text[], :lats::float8[], :lons::float8[],
                                    :capacities::int[], :shared::boolean[], :retired::text[])
                             as line (id, kind, address, lat, lon, capacity, shared, retired)
                        where venue.id = line.id
                        """)
                .param("ids", Change.column(changed, Change::target))
                .param("kinds", Change.column(changed, VenueSheet.KIND))
                .param("addresses", Change.column(changed, VenueSheet.ADDRESS))
                .param("lats", Change.column(changed, VenueSheet.LAT))
                .param("lons", Change.column(changed, VenueSheet.LON))
                .param("capacities", Change.column(changed, VenueSheet.CAPACITY))
                .param("shared", Change.column(changed, VenueSheet.SHARED))
                .param("retired", Change.column(changed, SheetKind.RETIRED))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void retire(Collection<String> ids) {
        jdbc.sql("update venue set retired_at = :now where id = any(:ids::uuid[]) and retired_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
