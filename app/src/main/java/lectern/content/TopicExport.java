package lectern.content;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lectern.platform.export.Export;
import lectern.platform.export.Exports;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of topics as a file, in the layout in which topics come in.
@Controller
class TopicExport {
    private static final String KIND = "topics";
    private static final List<String> COLUMNS = List.of("code", "name", "minutes", "summary");
    private static final List<String> WIDE = List.of("name", "summary");

    private final TopicQueries queries;
    private final Exports exports;

    TopicExport(TopicQueries queries, Exports exports) {
        this.queries = queries;
        this.exports = exports;
    }

    @GetMapping("/topics/export")
    @Allow(Role.OFFICER)
    void export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var list = "select code, name, minutes, summary " + TopicQueries.FILTER;
        var export = new Export(
                KIND,
                Address.of(request).filters(),
                exports.columns(KIND, COLUMNS, WIDE),
                table -> Export.streaming(queries.filtered(list, q, state.equals("retired"), sort))
                        .query(row -> {
                            table.row(List.of(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getInt("minutes"),
                                    row.getString("summary")));
                        }));
        exports.send(export, format, actor, response);
    }
}
