package lectern.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Run;
import lectern.planner.model.Talk;
import lectern.planner.model.UnservedTalk;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.Openings;
import lectern.planner.rules.Pins;
import lectern.planner.search.Found;
import lectern.planner.search.ParallelSearch;

/// Plans talks. Stateless; any number of runs may go on at once.
public final class Planner {

    private Planner() {}

    /// The best plan found within the limits, priced, and each unserved talk explained. Returns early, with the best
    /// plan
    /// so far, when `stop` says so or the thread is interrupted.
    ///
    /// @param progress told several times a second at most, in the caller's thread
    /// @param stop asked some forty times a second, in the caller's thread
    /// @throws lectern.planner.model.InvalidProblemException when pins break a hard rule
    public static Plan plan(Problem problem, Limits limits, Consumer<Progress> progress, BooleanSupplier stop) {
        long started = System.nanoTime();
        Pins.check(problem);
        ParallelSearch search = new ParallelSearch(problem);
        Found found = search.run(
                started + (long) (limits.seconds() * 1e9),
                limits.threads(),
                limits.seed(),
                limits.iterations(),
                (cost, served, iterations) ->
                        progress.accept(new Progress(secondsSince(started), cost, served, iterations)),
                stop);
        Directory directory = new Directory(problem);
        List<Assignment> assignments = new ArrayList<>(found.assignments());
        if (!stop.getAsBoolean()) {
            serveWhomSearchOverlooked(directory, assignments);
        }
        double seconds = limits.iterations() > 0 ? 0 : Math.round(secondsSince(started) * 10) / 10.0;
        return new Plan(
                assignments,
                unserved(directory, assignments),
                Costs.of(directory, assignments),
                new Run(seconds, found.iterations(), limits.seed(), limits.threads()));
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    /// The search looks at the likeliest speakers for each talk; what they could not take, all are asked for once more,
    /// so that nobody reads of a speaker who was free and cheap.
    private static void serveWhomSearchOverlooked(Directory directory, List<Assignment> assignments) {
        Openings openings = new Openings(directory, assignments);
        for (Talk talk : absent(directory.problem(), assignments)) {
            List<Alternative> cheapest = Alternatives.ranked(openings, talk, 1);
            if (!cheapest.isEmpty() && cheapest.getFirst().difference().total() < 0) {
                Alternative chosen = cheapest.getFirst();
                assignments.add(new Assignment(talk.id(), chosen.speaker(), chosen.start()));
                openings = new Openings(directory, assignments);
            }
        }
    }

    private static List<Talk> absent(Problem problem, List<Assignment> assignments) {
        Set<String> served = new HashSet<>();
        assignments.forEach(assignment -> served.add(assignment.talk()));
        return problem.talks().stream()
                .filter(talk -> !served.contains(talk.id()))
                .toList();
    }

    private static List<UnservedTalk> unserved(Directory directory, List<Assignment> assignments) {
        Openings openings = new Openings(directory, assignments);
        return absent(directory.problem(), assignments).stream()
                .map(talk -> Funnel.of(openings, talk).explain())
                .toList();
    }
}
