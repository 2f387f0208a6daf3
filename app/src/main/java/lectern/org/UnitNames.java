package lectern.org;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Names and places of units, which are public facts: found whatever the scope. Retired units are still named where
/// something lies in them, and no longer found.
@Component
public class UnitNames {
    private final JdbcClient jdbc;

    UnitNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UUID id) {
        return jdbc.sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name
                        where id = :id and not retired
                        """).param("id", id).query(Unit.class).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Unit> at(String path) {
        return jdbc.sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name where path = :path
                        """).param("path", path).query(Unit.class).optional();
    }

    /// The units from the root down to that path, itself included.
    @Transactional(readOnly = true)
    public List<Unit> lineage(String path) {
        return jdbc.sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name
                        where path = any(:paths) order by length(path)
                        """).param("paths", prefixes(path)).query(Unit.class).list();
    }

    private static String[] prefixes(String path) {
        var codes = path.split("/");
        var prefixes = new String[codes.length];
        for (var index = 0; index < codes.length; index++) {
            prefixes[index] = String.join("/", Arrays.copyOf(codes, index + 1)) + "/";
        }
        return prefixes;
    }

    /// The units directly below, by code.
    @Transactional(readOnly = true)
    public List<Unit> children(UUID parentId) {
        return jdbc.sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name
                        where parent_id = :parent and not retired order by code
                        """).param("parent", parentId).query(Unit.class).list();
    }

    /// Units below a path whose name holds the text, the higher levels first.
    ///
    /// @param limit at most so many
    @Transactional(readOnly = true)
    public List<Unit> search(String below, String text, int limit) {
        return jdbc.sql("""
                        select id, city_id, parent_id, path, code, name, level, lat, lon from unit_name
                        where path >= :below and path < :below || '~' and position(:text in name) > 0
                          and not retired
                        order by length(path), code limit :limit
                        """)
                .param("below", below)
                .param("text", text.strip())
                .param("limit", limit)
                .query(Unit.class)
                .list();
    }
}
