package lectern.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the desk.
///
/// @param person whom `{person}` in an act's path means, if anybody
/// @param from when it takes place, or the one moment that the queue's text names; null when there is none
/// @param to its end; null for a single moment
/// @param number for the queue's text
/// @param who is named behind the time
/// @param href where it opens
public record DeskItem(
        UUID id,
        @Nullable UUID person,
        String title,
        @Nullable Instant from,
        @Nullable Instant to,
        int number,
        String who,
        String href) {
    /// The path of an act for this line.
    public String at(String path) {
        return path.replace("{id}", id.toString()).replace("{person}", person == null ? "" : person.toString());
    }
}
