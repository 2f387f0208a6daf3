package lectern.planner.model;

/// Minutes at which a talk may start, both ends included.
public record Window(int from, int to) {

    public boolean holds(int start) {
        return from <= start && start <= to;
    }
}
