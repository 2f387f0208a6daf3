package lectern.platform.palette;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An answer of the palette.
///
/// @param note what tells it from others of that name
/// @param at a moment that belongs to it, or null
public record Found(String title, String note, @Nullable Instant at, String href) {
    public Found(String title, String note, String href) {
        this(title, note, null, href);
    }
}
