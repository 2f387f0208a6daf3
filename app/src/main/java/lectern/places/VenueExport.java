package lectern.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.UnitNames;
import lectern.platform.export.Export;
import lectern.platform.export.Exports;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of venues as a file, in the layout in which venues come in.
@Controller
class VenueExport {
    private static final String KIND = "venues";
    private static final List<String> COLUMNS =
            List.of("name", "unit", "unitName", "kind", "address", "capacity", "lat", "lon", "shared");
    private static final List<String> WIDE = List.of("name", "unitName", "address");

    private static final String LIST = """
            select v.name, coalesce(u.code, '') as unit, coalesce(u.name, '') as unit_name, v.kind, v.address, v.capacity,
                   v.lat, v.lon, v.shared
            """ + VenueLists.FILTER + " order by %s";

    private final VenueLists lists;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Exports exports;

    VenueExport(VenueLists lists, UnitNames units, Dictionary dictionary, Exports exports) {
        this.lists = lists;
        this.units = units;
        this.dictionary = dictionary;
        this.exports = exports;
    }

    @GetMapping("/venues/export")
    @Allow({Role.OFFICER, Role.KEEPER})
    void export(
            @ModelAttribute VenuesAsked asked,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var filter = asked.filter(asked.below(units));
        var words = exports.words();
        var kinds = new VenueKinds(dictionary.entries(DictionaryKind.VENUE_KIND));
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(lists.filtered(LIST.formatted(VenueLists.ORDERS.of(filter.sort())), filter))
                        .query(row -> {
                            table.row(cells(row, kinds, words));
                        }));
        exports.send(export, format, actor, response);
    }

    private static List<@Nullable Object> cells(ResultSet row, VenueKinds kinds, Words words) throws SQLException {
        return Arrays.asList(
                row.getString("name"),
                row.getString("unit"),
                row.getString("unit_name"),
                kinds.name(words, row.getString("kind")),
                row.getString("address"),
                row.getInt("capacity"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                words.of("import.shared." + row.getBoolean("shared")));
    }
}
