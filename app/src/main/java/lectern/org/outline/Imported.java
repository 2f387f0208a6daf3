package lectern.org.outline;

import java.util.List;

/// What came of a file: either it went in whole, or there are problems and nothing was changed.
public record Imported(int fresh, int changed, int unchanged, List<FileProblem> problems) {
    /// More than this many problems are counted, not shown.
    private static final int MOST_SHOWN = 100;

    static Imported refused(List<FileProblem> problems) {
        return new Imported(0, 0, 0, List.copyOf(problems));
    }

    public boolean refused() {
        return !problems.isEmpty();
    }

    public int total() {
        return fresh + changed + unchanged;
    }

    public List<FileProblem> shown() {
        return problems.subList(0, Math.min(problems.size(), MOST_SHOWN));
    }

    public int more() {
        return problems.size() - shown().size();
    }
}
