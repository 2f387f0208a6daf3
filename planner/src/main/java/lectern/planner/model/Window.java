package lectern.planner.model;

/// Minutes of the horizon at which a talk may start, both ends included.
///
/// @param from 0 … [Problem#GREATEST]
/// @param to `from` … [Problem#GREATEST]
public record Window(int from, int to) {

    public boolean holds(int start) {
        return from <= start && start <= to;
    }
}
