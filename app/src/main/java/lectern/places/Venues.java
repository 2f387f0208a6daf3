package lectern.places;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Venues: opened, changed, retired. The form was checked before.
@Component
class Venues {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Venues(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID open(VenueForm form, Unit unit) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into venue (id, city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared)
                        values (:id, :city, :unit, :path, :name, :kind, :address, :lat, :lon, :capacity, :shared)
                        """)
                .param("id", id)
                .param("city", unit.cityId())
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("name", form.name())
                .param("kind", form.kind())
                .param("address", form.address())
                .param("lat", Double.valueOf(form.lat()))
                .param("lon", Double.valueOf(form.lon()))
                .param("capacity", Integer.valueOf(form.capacity()))
                .param("shared", form.isShared())
                .update();
        audit.record("open-venue", "venue", id, Map.of("name", form.name(), "unit", unit.name()));
        return id;
    }

    @Transactional
    public void change(UUID id, VenueForm form, Unit unit) {
        var changed = jdbc.sql("""
                        update venue
                        set unit_id = :unit, path = :path, name = :name, kind = :kind, address = :address, lat = :lat,
                            lon = :lon, capacity = :capacity, shared = :shared
                        where id = :id
                        """)
                .param("id", id)
                .param("unit", unit.id())
                .param("path", unit.path())
                .param("name", form.name())
                .param("kind", form.kind())
                .param("address", form.address())
                .param("lat", Double.valueOf(form.lat()))
                .param("lon", Double.valueOf(form.lon()))
                .param("capacity", Integer.valueOf(form.capacity()))
                .param("shared", form.isShared())
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        audit.record("change-venue", "venue", id, Map.of("name", form.name(), "unit", unit.name()));
    }

    /// No longer offered for talks; those that were held there stay.
    @Transactional
    public void retire(UUID id) {
        var retired = jdbc.sql("update venue set retired_at = :now where id = :id and retired_at is null")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record("retire-venue", id, retired);
    }

    @Transactional
    public void reopen(UUID id) {
        var reopened = jdbc.sql("update venue set retired_at = null where id = :id and retired_at is not null")
                .param("id", id)
                .update();
        record("reopen-venue", id, reopened);
    }

    /// Done once, a repeat changes nothing; nothing of that id in scope is not found.
    private void record(String act, UUID id, int changed) {
        if (changed > 0) {
            audit.record(act, "venue", id, Map.of());
        } else if (jdbc.sql("select 1 from venue where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
