package lectern.org.unit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads units in scope.
@Component
class UnitQueries {
    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UUID id) {
        return jdbc.sql("select id, city_id, parent_id, path, code, name, level, lat, lon from unit where id = :id")
                .param("id", id)
                .query(Unit.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isRetired(UUID id) {
        return jdbc.sql("select retired_at is not null from unit where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// The units directly below with how many units lie below each of them.
    @Transactional(readOnly = true)
    public List<UnitRow> children(UUID id) {
        return jdbc.sql("""
                        select u.id, u.code, u.name, u.level,
                               (select count(*)::int from unit c where c.parent_id = u.id and c.retired_at is null) as below
                        from unit u where u.parent_id = :id and u.retired_at is null order by u.code
                        """).param("id", id).query(UnitRow.class).list();
    }

    /// The outlines of the units directly below as one GeoJSON FeatureCollection (RFC 7946), built by the database.
    @Transactional(readOnly = true)
    public String outlinesBelow(UUID id) {
        return jdbc.sql("""
                        select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
                            json_build_object('type', 'Feature', 'geometry', b.geometry,
                                'properties', json_build_object('id', u.id, 'code', u.code, 'name', u.name))
                            order by u.code), '[]'::json))::text
                        from unit u join unit_boundary b on b.unit_id = u.id
                        where u.parent_id = :id and u.retired_at is null
                        """).param("id", id).query(String.class).single();
    }

    /// The outlines of all villages below a unit, at whatever depth, as one GeoJSON FeatureCollection.
    @Transactional(readOnly = true)
    public String villagesBelow(Unit unit) {
        return jdbc.sql("""
                        select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
                            json_build_object('type', 'Feature', 'geometry', b.geometry,
                                'properties', json_build_object('id', u.id))), '[]'::json))::text
                        from unit u join unit_boundary b on b.unit_id = u.id
                        where u.path > :path and u.path < :path || '~' and u.level = 'VILLAGE' and u.retired_at is null
                        """).param("path", unit.path()).query(String.class).single();
    }

    /// The outline of a unit as one GeoJSON Feature.
    @Transactional(readOnly = true)
    public Optional<String> outline(UUID id) {
        return jdbc.sql("""
                        select json_build_object('type', 'Feature', 'geometry', b.geometry,
                            'properties', json_build_object('id', u.id, 'code', u.code, 'name', u.name))::text
                        from unit u join unit_boundary b on b.unit_id = u.id where u.id = :id
                        """).param("id", id).query(String.class).optional();
    }
}
