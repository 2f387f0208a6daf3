package lectern.places;

import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Venues as sheets name them.
@Component
public class VenueLookup {
    private final JdbcClient jdbc;

    VenueLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param unit code of its unit
    public record Named(UUID id, String name, String unit) {}

    /// The actor's venues that are in use, in the order of their names.
    @Transactional(readOnly = true)
    public List<Named> inUse(Actor actor) {
        return jdbc.sql("""
                        select v.id, v.name, u.code as unit from venue v join unit_name u on u.id = v.unit_id
                        where v.city_id = :city and v.retired_at is null and v.path >= :below and v.path < :below || '~'
                        order by v.name collate "zh-x-icu", v.id
                        """)
                .param("city", actor.cityId())
                .param("below", actor.path())
                .query(Named.class)
                .list();
    }
}
