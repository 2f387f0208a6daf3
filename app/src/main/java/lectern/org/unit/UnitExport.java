package lectern.org.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.export.Export;
import lectern.platform.export.Exports;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A unit and all below it as a file, those above before those below, in the layout in which units come in.
@Controller
class UnitExport {
    private static final String KIND = "units";
    private static final List<String> COLUMNS = List.of("code", "name", "level", "parent", "parentName", "lat", "lon");
    private static final List<String> WIDE = List.of("name", "parentName");

    private final UnitQueries queries;
    private final JdbcClient jdbc;
    private final Exports exports;

    UnitExport(UnitQueries queries, JdbcClient jdbc, Exports exports) {
        this.queries = queries;
        this.jdbc = jdbc;
        this.exports = exports;
    }

    /// @param unit the actor's own when it is left out
    @GetMapping("/units/export")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    void export(
            @RequestParam @Nullable UUID unit,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var top = queries.find(unit == null ? actor.unitId() : unit).orElseThrow(Refusal::notFound);
        var words = exports.words();
        var list = jdbc.sql("""
                        select u.code, u.name, u.level, p.code as parent, p.name as parent_name, u.lat, u.lon
                        from unit u left join unit_name p on p.id = u.parent_id
                        where u.path >= :path and u.path < :path || '~' and u.retired_at is null
                        order by u.path
                        """).param("path", top.path());
        var export = new Export(
                KIND,
                Map.of("unit", top.name()),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(list).query(row -> {
                    table.row(cells(row, words));
                }));
        exports.send(export, format, actor, response);
    }

    private static List<@Nullable Object> cells(ResultSet row, Words words) throws SQLException {
        return Arrays.asList(
                row.getString("code"),
                row.getString("name"),
                words.of("unit.level." + row.getString("level")),
                row.getString("parent"),
                row.getString("parent_name"),
                row.getObject("lat"),
                row.getObject("lon"));
    }
}
