package lectern.platform.web;

import java.util.UUID;

/// One answer of a search while somebody types, for `tag/picker.jte`: sent as JSON.
///
/// @param name what the field shows once it was picked
/// @param note what tells it from others of that name
public record Pick(UUID id, String name, String note) {
    /// Answers of one search at most.
    public static final int MOST = 12;
}
