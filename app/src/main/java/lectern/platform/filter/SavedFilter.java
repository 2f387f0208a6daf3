package lectern.platform.filter;

import java.util.UUID;
import lectern.platform.web.Address;

/// A list with its filters under a name.
///
/// @param page the list's path
/// @param query of its address
public record SavedFilter(UUID id, String page, String query, String name) {
    public String href() {
        return page + "?" + query;
    }

    /// Whether that is what the reader looks at, on whatever page of it.
    public boolean isAt(Address address) {
        return address.with("page", "").equals(href());
    }
}
