package lectern.org.unit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitLevel;
import lectern.org.UnitTie;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes the tree: a unit is added below another, renamed, retired. Its code and its place in the tree stay for good,
/// because everything that happened there carries its path.
@Component
class Units {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final List<UnitTie> ties;

    Units(JdbcClient jdbc, Audit audit, Clock clock, ObjectProvider<UnitTie> ties) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.ties = ties.orderedStream().toList();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the city has that code already
    @Transactional
    public UUID add(UnitForm form, Unit parent) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into unit (id, city_id, parent_id, path, code, name, level, lat, lon)
                        values (:id, :city, :parent, :path, :code, :name, :level, :lat, :lon)
                        """)
                .param("id", id)
                .param("city", parent.cityId())
                .param("parent", parent.id())
                .param("path", parent.path() + form.code() + "/")
                .param("code", form.code())
                .param("name", form.name())
                .param("level", form.level())
                .param("lat", form.latitude())
                .param("lon", form.longitude())
                .update();
        audit.record("add-unit", "unit", id, Map.of("name", form.name(), "code", form.code()));
        return id;
    }

    @Transactional
    public void change(UUID id, UnitForm form, UnitLevel level) {
        var changed = jdbc.sql("update unit set name = :name, level = :level, lat = :lat, lon = :lon where id = :id")
                .param("id", id)
                .param("name", form.name())
                .param("level", level.name())
                .param("lat", form.latitude())
                .param("lon", form.longitude())
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        audit.record("change-unit", "unit", id, Map.of("name", form.name()));
    }

    /// No longer used; what happened there stays.
    ///
    /// @throws Refusal 409 while something lives there, saying what
    @Transactional
    public void retire(Unit unit) {
        var below = jdbc.sql("select count(*) from unit where parent_id = :id and retired_at is null")
                .param("id", unit.id())
                .query(Long.class)
                .single();
        if (below > 0) {
            throw Refusal.conflict("unit.tie.units", below);
        }
        for (var tie : ties) {
            var living = jdbc.sql(tie.count())
                    .param("path", unit.path())
                    .query(Long.class)
                    .single();
            if (living > 0) {
                throw Refusal.conflict(tie.key(), living);
            }
        }
        var retired = jdbc.sql("update unit set retired_at = :now where id = :id and retired_at is null")
                .param("id", unit.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (retired > 0) {
            audit.record("retire-unit", "unit", unit.id(), Map.of("name", unit.name()));
        }
    }

    /// @throws Refusal 409 while the unit above is retired
    @Transactional
    public void bringBack(Unit unit) {
        var back = jdbc.sql("""
                        update unit set retired_at = null
                        where id = :id and retired_at is not null
                          and not exists (select from unit_name above where above.id = unit.parent_id and above.retired)
                        """).param("id", unit.id()).update();
        if (back > 0) {
            audit.record("bring-back-unit", "unit", unit.id(), Map.of("name", unit.name()));
        } else if (jdbc.sql("select retired_at is not null from unit where id = :id")
                .param("id", unit.id())
                .query(Boolean.class)
                .single()) {
            throw Refusal.conflict("unit.aboveRetired");
        }
    }
}
