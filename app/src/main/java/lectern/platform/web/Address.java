package lectern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/// The address of a list with its filters, for links that change one of them.
///
/// @param query the filters in use, without empty ones
public record Address(String path, Map<String, String> query) {
    public static Address of(HttpServletRequest request) {
        var query = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!values[0].isBlank() && !name.equals("lang")) {
                query.put(name, values[0]);
            }
        });
        return new Address(request.getRequestURI(), query);
    }

    public String get(String name) {
        return query.getOrDefault(name, "");
    }

    /// The filters alone, without what orders or cuts the list.
    public Map<String, String> filters() {
        var filters = new TreeMap<>(query);
        filters.keySet().removeAll(List.of("page", "sort", "format"));
        return filters;
    }

    /// The address below this one, with the same filters.
    public Address below(String name) {
        return new Address(path + "/" + name, query);
    }

    /// The same address with that filter at another value; an empty one takes the filter away, and any change but of
    /// the page starts again at the first page.
    public String with(String name, Object value) {
        var changed = new TreeMap<>(query);
        changed.put(name, value.toString());
        if (!name.equals("page")) {
            changed.remove("page");
        }
        var builder = UriComponentsBuilder.fromPath(path);
        changed.forEach((key, each) -> {
            if (!each.isBlank()) {
                builder.queryParam(key, "{" + key + "}");
            }
        });
        return builder.encode().buildAndExpand(changed).toUriString();
    }
}
