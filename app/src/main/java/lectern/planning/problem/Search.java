package lectern.planning.problem;

import java.util.Map;
import java.util.Objects;
import lectern.planner.Limits;
import lectern.planner.Planner;
import lectern.planner.model.Problem;

/// Runs the planner.
public final class Search {
    private static final long SEED = 1;

    private Search() {}

    /// Hears how it goes, in the thread that searches.
    public interface Watcher {
        /// @param elapsed seconds
        /// @param served talks that are not pinned
        /// @param rate tries a second
        void on(double elapsed, long cost, int served, int total, long rate);

        boolean isStopAsked();
    }

    /// @param run seconds, iterations, seed, threads
    public record Found(Solution solution, Map<String, ?> run) {}

    /// The best plan that was found within the time, or until the watcher asked to stop.
    public static Found run(Problem problem, int seconds, int threads, Watcher watcher) {
        var pins = problem.pinned().size();
        var total = problem.talks().size() - pins;
        var plan = Planner.plan(
                problem,
                new Limits(seconds, threads, SEED, 0),
                progress ->
                        watcher.on(progress.elapsedSeconds(), progress.cost(), progress.served() - pins, total, (long)
                                (progress.iterations() / Math.max(0.001, progress.elapsedSeconds()))),
                watcher::isStopAsked);
        var run = Objects.requireNonNull(plan.run());
        return new Found(
                Solution.of(problem, plan),
                Map.of(
                        "seconds", run.seconds(),
                        "iterations", run.iterations(),
                        "seed", run.seed(),
                        "threads", run.threads()));
    }

    /// The best plan after that many tries, the same on every run.
    public static Solution brief(Problem problem, int tries) {
        return Solution.of(problem, Planner.plan(problem, new Limits(0, 1, SEED, tries), progress -> {}, () -> false));
    }
}
