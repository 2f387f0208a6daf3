package lectern.places;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The venues of the scope.
@Component
public class VenueQueries {
    private final JdbcClient jdbc;

    VenueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// That venue, retired or not; empty when it is out of scope.
    @Transactional(readOnly = true)
    public Optional<Venue> find(UUID id) {
        return jdbc.sql("""
                        select id, city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared,
                               retired_at is not null as retired
                        from venue where id = :id
                        """).param("id", id).query(Venue.class).optional();
    }

    /// The venues of that unit itself which can be chosen, by name.
    @Transactional(readOnly = true)
    public List<Venue> ofUnit(UUID unitId) {
        return jdbc.sql("""
                        select id, city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared, false as retired
                        from venue where unit_id = :unit and retired_at is null order by name collate "zh-x-icu", id
                        """).param("unit", unitId).query(Venue.class).list();
    }

    /// By id, retired or not; those out of scope are left out.
    @Transactional(readOnly = true)
    public Map<UUID, Venue> byIds(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select id, city_id, unit_id, path, name, kind, address, lat, lon, capacity, shared,
                               retired_at is not null as retired
                        from venue where id = any(:ids::uuid[])
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Venue.class)
                .stream()
                .collect(Collectors.toMap(Venue::id, Function.identity()));
    }
}
