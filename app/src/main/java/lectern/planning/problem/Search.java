package lectern.planning.problem;

import java.util.Map;
import lectern.planner.Stub;
import lectern.planner.Stub.Problem;

/// Runs the planner.
public final class Search {
    private Search() {}

    /// Hears how it goes. Called by the planner's threads, often.
    public interface Watcher {
        /// @param elapsed seconds
        /// @param served talks that are not pinned
        /// @param rate tries a second
        void on(double elapsed, long cost, int served, int total, long rate);

        boolean isStopAsked();
    }

    /// @param run seconds, iterations, seed, threads
    public record Found(Solution solution, Map<String, ?> run) {}

    public static Found run(Problem problem, int seconds, int threads, Watcher watcher) {
        var pins = problem.pinned().size();
        var total = problem.talks().size() - pins;
        var plan = Stub.plan(
                problem,
                seconds,
                (elapsed, best) -> watcher.on(
                        elapsed, Stub.total(Stub.cost(problem, best)), best.assignments().size() - pins, total, 0),
                watcher::isStopAsked);
        return new Found(Solution.of(problem, plan), Map.of("seconds", seconds, "threads", threads));
    }
}
