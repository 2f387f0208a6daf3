package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;

/// One thread's search. With assertions on, every accepted step is judged anew by the rules, which share nothing with
/// it.
final class Search {

    private static final int STEPS_BETWEEN_LOOKS = 32;

    private final Problem source;
    private final Compiled problem;
    private final RandomNumbers random;
    private final Routes routes;
    private final Insertion insertion;
    private final Ruin ruin;
    private final Recreate recreate;
    private final Best best;

    /// For whoever watches from another thread; only roughly current.
    volatile long bestCost = Long.MAX_VALUE;

    volatile int served;
    volatile long iterations;

    Search(Problem source, Compiled problem, long seed) {
        this.source = source;
        this.problem = problem;
        this.random = new RandomNumbers(seed);
        this.routes = new Routes(problem);
        this.insertion = new Insertion(routes, random);
        this.ruin = new Ruin(routes, random);
        this.recreate = new Recreate(routes, insertion, random);
        this.best = new Best(problem);
    }

    /// @param progress 0..1, by steps or by the clock; at 1 the search ends
    void run(Progress progress, BooleanSupplier halted) {
        new Construction(routes, insertion).build(halted);
        assert isTrue();
        keep();
        Annealing annealing = new Annealing(typicalCost());
        double done = progress.after(0);
        long step = 0;
        while (done < 1 && problem.talks > 0 && !halted.getAsBoolean()) {
            step(annealing);
            step++;
            if (progress.everyStep() || step % STEPS_BETWEEN_LOOKS == 0) {
                done = progress.after(step);
                annealing.progress(done);
                iterations = step;
            }
        }
        iterations = step;
    }

    interface Progress {
        double after(long steps);

        /// Whether asking costs nothing, so that it may end on the exact step.
        boolean everyStep();
    }

    private void step(Annealing annealing) {
        long current = routes.cost;
        routes.begin();
        int seed = seed();
        recreate.from(ruin.near(seed), seed);
        if (routes.cost < best.cost) {
            assert isTrue();
            keep();
        } else if (annealing.accepts(routes.cost, current, random)) {
            assert isTrue();
        } else {
            routes.takeBack();
            assert routes.cost == current;
        }
    }

    private int seed() {
        int absent = routes.absent.count();
        return absent > 0 && random.chance(0.25)
                ? routes.absent.get(random.below(absent))
                : random.below(problem.talks);
    }

    private double typicalCost() {
        long unserved = 0;
        for (int i = 0; i < routes.absent.count(); i++) {
            unserved += problem.leaveCost[routes.absent.get(i)];
        }
        return (double) (routes.cost - unserved) / Math.max(1, routes.served());
    }

    private void keep() {
        best.keep(routes);
        bestCost = best.cost;
        served = best.served;
    }

    private boolean isTrue() {
        Directory directory = new Directory(source);
        Best now = new Best(problem);
        now.keep(routes);
        List<Assignment> assignments = assignments(now);
        var violations = HardRules.violations(directory, assignments);
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.getFirst().message());
        }
        long cost = Costs.of(directory, assignments).total();
        if (cost != routes.cost) {
            throw new AssertionError("the search counts cost " + routes.cost + ", it is " + cost);
        }
        return true;
    }

    Found found() {
        return new Found(assignments(best), best.cost, iterations);
    }

    /// By speaker, each speaker's in the order in which they are given.
    private List<Assignment> assignments(Best plan) {
        List<Assignment> assignments = new ArrayList<>(plan.served);
        for (int i = 0; i < plan.served; i++) {
            int talk = plan.talk[i];
            assignments.add(new Assignment(
                    source.talks().get(talk).id(),
                    source.speakers().get(problem.routeSpeaker[plan.route[i]]).id(),
                    plan.start[i]));
        }
        return assignments;
    }

    /// A copy of the best plan so far.
    private static final class Best {
        final int[] talk;
        final int[] route;
        final int[] start;
        int served;
        long cost = Long.MAX_VALUE;

        Best(Compiled problem) {
            talk = new int[problem.talks];
            route = new int[problem.talks];
            start = new int[problem.talks];
            Arrays.fill(route, NONE);
        }

        void keep(Routes routes) {
            served = 0;
            cost = routes.cost;
            for (int r = 0; r < routes.problem.routes; r++) {
                for (int t = routes.first[r]; t != NONE; t = routes.next[t]) {
                    talk[served] = t;
                    route[served] = r;
                    start[served] = routes.earliest[t];
                    served++;
                }
            }
        }
    }
}
