package lectern.planner.search;

import java.util.List;
import lectern.planner.model.Assignment;

/// The best plan of a search.
///
/// @param iterations of all threads together
public record Found(List<Assignment> assignments, long cost, long iterations) {}
