package lectern.planning.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;

/// Finds a plan. For now it gives each talk, the most important first, to the first speaker who can take it; the
/// planner's search takes its place.
public final class Search {
    private static final int STEP_MINUTES = 30;

    private Search() {}

    /// Hears how it goes. Called often.
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
        var begun = System.nanoTime();
        var directory = new Directory(problem);
        var pins = problem.pinned();
        var total = problem.talks().size() - pins.size();
        var given = new ArrayList<>(pins);
        var tries = 0L;
        for (var talk : open(problem)) {
            var elapsed = (System.nanoTime() - begun) / 1e9;
            if (watcher.isStopAsked() || elapsed > seconds) {
                break;
            }
            tries++;
            give(talk, problem.speakers(), given, directory);
            var cost = lectern.planner.rules.Costs.of(directory, given).total();
            watcher.on(elapsed, cost, given.size() - pins.size(), total, (long) (tries / Math.max(0.001, elapsed)));
        }
        var took = (System.nanoTime() - begun) / 1e9;
        return new Found(
                Solution.of(problem, lectern.planner.model.Plan.of(given)),
                Map.of("seconds", took, "iterations", tries, "seed", 0, "threads", Math.min(1, threads)));
    }

    private static List<Talk> open(Problem problem) {
        return problem.talks().stream()
                .filter(talk -> !Names.isBooked(talk.id()))
                .sorted(Comparator.comparingInt(Talk::priority).reversed())
                .toList();
    }

    private static void give(Talk talk, List<Speaker> speakers, List<Assignment> given, Directory directory) {
        for (var speaker : speakers) {
            if (!speaker.skills().containsAll(talk.needs()) || speaker.tier() < talk.minTier()) {
                continue;
            }
            for (var window : talk.windows()) {
                for (var start = window.from(); start <= window.to(); start += STEP_MINUTES) {
                    given.add(new Assignment(talk.id(), speaker.id(), start));
                    if (HardRules.violations(directory, given).isEmpty()) {
                        return;
                    }
                    given.removeLast();
                }
            }
        }
    }
}
