package lectern.org;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.platform.imports.CellType;
import lectern.platform.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Units as sheets name them.
@Component
public class UnitLookup {
    private final JdbcClient jdbc;

    UnitLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The column of a sheet that names a unit of the actor's; its canonical text is the code.
    public CellType column(Actor actor) {
        return new UnitCells(jdbc, actor);
    }

    /// The actor's units by code, as far as they are in use.
    @Transactional(readOnly = true)
    public Map<String, Unit> byCodes(Actor actor, Collection<String> codes) {
        return jdbc
                .sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name
                        where city_id = :city and code = any(:codes) and not retired
                          and path >= :below and path < :below || '~'
                        """)
                .param("city", actor.cityId())
                .param("codes", codes.toArray(String[]::new))
                .param("below", actor.path())
                .query(Unit.class)
                .stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
    }
}
