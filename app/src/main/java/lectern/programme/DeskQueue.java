package lectern.programme;

import java.time.Instant;
import java.util.List;
import lectern.platform.security.Actor;

/// Something that waits for an officer, on his desk. Modules contribute theirs as beans; the desk shows them all in the
/// same way and sends their acts to the routes that do the deed anyway.
///
/// Texts of a queue `name`: `desk.name` its title, `desk.name.none` when nothing waits, `desk.name.at` the line below
/// an
/// item's title with the moment `{0}`, where the item has only one, and the number `{1}`.
public interface DeskQueue {
    String name();

    /// Its place on the desk: what cannot wait comes first.
    int order();

    /// How many wait in the actor's scope, and the most urgent of them.
    DeskList read(Actor actor, Instant now, int limit);

    /// The address of all that wait.
    String all(Actor actor, Instant now);

    /// What can be done with each, the usual first.
    List<DeskAct> acts();
}
