package lectern.planner.search;

/// Some routes, each once. Not thread-safe.
final class RouteSet {

    final IntList routes = new IntList();
    private final boolean[] isIn;

    RouteSet(Compiled problem) {
        isIn = new boolean[problem.routes];
    }

    static RouteSet all(Compiled problem) {
        RouteSet all = new RouteSet(problem);
        for (int r = 0; r < problem.routes; r++) {
            all.add(r);
        }
        return all;
    }

    void add(int r) {
        if (!isIn[r]) {
            isIn[r] = true;
            routes.add(r);
        }
    }

    void addAll(RouteSet others) {
        for (int i = 0; i < others.routes.size; i++) {
            add(others.routes.items[i]);
        }
    }

    boolean contains(int r) {
        return isIn[r];
    }

    void clear() {
        for (int i = 0; i < routes.size; i++) {
            isIn[routes.items[i]] = false;
        }
        routes.clear();
    }
}
