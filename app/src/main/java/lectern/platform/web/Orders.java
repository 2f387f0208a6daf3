package lectern.platform.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The orders that a list can have: what goes behind `order by`, by the `sort` of the page's address. Each order is an
/// SQL text of its own, so that the usual one can come out of an index.
///
/// @param usual the `sort` of whoever asks for none, or for one that there is not
public record Orders(String usual, Map<String, String> bySort) {
    public String of(@Nullable String sort) {
        var order = sort == null ? null : bySort.get(sort);
        return order == null ? Objects.requireNonNull(bySort.get(usual)) : order;
    }
}
