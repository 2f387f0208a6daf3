package lectern.programme;

import java.util.List;

/// What waits in a queue of the desk.
///
/// @param total of them, of which these are the most urgent
public record DeskList(long total, List<DeskItem> items) {}
