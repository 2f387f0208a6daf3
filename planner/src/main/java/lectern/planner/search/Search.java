package lectern.planner.search;

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
    private static final int STEPS_BETWEEN_BIASES = 1024;

    /// Share of the time in which the plan is searched as a whole; then region by region.
    private static final double AS_A_WHOLE = 0.5;

    /// First temperature as a share of what a served talk costs in the mean, and the last as a share of the first
    /// (Christiaens & Vanden Berghe 2020 use about the double and a half of it).
    private static final double FIRST_TEMPERATURE = 1;

    private static final double FALL = 0.02;
    private static final double FIRST_TEMPERATURE_IN_REGION = 0.25;
    private static final double FALL_IN_REGION = 0.08;
    private static final int TALKS_IN_REGION = 100;
    private static final int STEPS_PER_TALK_IN_REGION = 300;

    /// Prices of the bias against short routes, as multiples of the temperature.
    private static final double[] BIASES = {0, 60, 200};

    /// Share of a mean route at which half the price is reached.
    private static final double HALF = 0.5;

    private final Problem source;
    private final Compiled problem;
    private final Assignments words;
    private final RandomNumbers random;
    private final Routes routes;
    private final Insertion insertion;
    private final Ruin ruin;
    private final Recreate recreate;
    private final KeptPlan best;
    private final Region region;
    private final SharedPlan shared;
    private final int number;

    /// Routes that the best plan has otherwise than the shared one.
    private final RouteSet better;

    private final Progress progress;
    private final BooleanSupplier halted;
    private double done;
    private long steps;

    /// For whoever watches from another thread; only roughly current.
    volatile long bestCost = Long.MAX_VALUE;

    volatile int served;
    volatile long iterations;

    /// @param number of this search among those that share the plan
    /// @param progress 0..1, by steps or by the clock; at 1 the search ends
    Search(
            Problem source,
            Compiled problem,
            long seed,
            SharedPlan shared,
            int number,
            Progress progress,
            BooleanSupplier halted) {
        this.source = source;
        this.problem = problem;
        this.words = new Assignments(source, problem);
        this.progress = progress;
        this.halted = halted;
        this.random = new RandomNumbers(seed);
        this.routes = new Routes(problem);
        this.insertion = new Insertion(routes, random);
        this.ruin = new Ruin(routes, random, insertion.fewSpeakers());
        this.recreate = new Recreate(routes, insertion, random);
        this.best = new KeptPlan(problem);
        this.shared = shared;
        this.number = number;
        this.region = new Region(routes, number, shared.searches());
        this.better = new RouteSet(problem);
    }

    void run() {
        new Construction(routes, insertion).build(halted);
        assert isTrue();
        keep();
        tell();
        done = progress.after(0);
        if (problem.talks == 0) {
            return;
        }
        double typical = typicalCost();
        asAWhole(typical);
        better.clear();
        boolean together = shared.meet(number, best, halted);
        Ways ways = new Ways(insertion.fewSpeakers() ? BIASES.length : 1);
        while (together && isOn()) {
            inRegion(typical, ways);
        }
        iterations = steps;
    }

    private boolean isOn() {
        return done < 1 && !halted.getAsBoolean();
    }

    private void asAWhole(double typical) {
        Annealing annealing = new Annealing(typical * FIRST_TEMPERATURE, FALL);
        while (done < AS_A_WHOLE && isOn()) {
            step(annealing, seed());
            if (look()) {
                annealing.progress(done / AS_A_WHOLE);
            }
        }
        takeBackToBest();
    }

    private void takeBackToBest() {
        best.restore(routes, routes.changed.routes);
        routes.changed.clear();
    }

    /// Anneals a part of the plan from warm to cold; what does not make it better is taken back.
    private void inRegion(double typical, Ways ways) {
        shared.claim(number, routes, best, region, random.below(problem.talks), TALKS_IN_REGION);
        assert isTrue();
        tell();
        Annealing annealing = new Annealing(typical * FIRST_TEMPERATURE_IN_REGION, FALL_IN_REGION);
        double meanRoute = (double) routes.served() / Math.max(1, routes.used.count);
        int way = ways.choose(random);
        long before = best.cost;
        long first = steps;
        long wanted = (long) Math.max(1, region.size()) * STEPS_PER_TALK_IN_REGION;
        while (steps < first + wanted && isOn()) {
            if (BIASES[way] > 0 && (steps - first) % STEPS_BETWEEN_BIASES == 0) {
                routes.setBias(annealing.temperature() * BIASES[way], meanRoute * HALF);
            }
            step(annealing, region.size() == 0 ? seed() : region.talk(random));
            if (look()) {
                annealing.progress((double) (steps - first) / wanted);
            }
        }
        routes.setBias(0, 1);
        takeBackToBest();
        region.leave();
        boolean kept = shared.publish(number, best, before - best.cost, better, region);
        ways.note(way, kept ? before - best.cost : 0, steps - first);
        better.clear();
    }

    private boolean look() {
        steps++;
        if (progress.everyStep() || steps % STEPS_BETWEEN_LOOKS == 0) {
            done = progress.after(steps);
            iterations = steps;
            return true;
        }
        return false;
    }

    interface Progress {
        double after(long steps);

        /// Whether asking costs nothing, so that it may end on the exact step.
        boolean everyStep();
    }

    private void step(Annealing annealing, int seed) {
        long current = routes.biasedCost();
        routes.begin();
        recreate.from(ruin.near(seed), seed);
        if (routes.cost < best.cost) {
            assert isTrue();
            keep();
        } else if (annealing.accepts(routes.biasedCost(), current, random)) {
            assert isTrue();
        } else {
            routes.takeBack();
            assert routes.biasedCost() == current;
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
        best.copy(routes, routes.changed.routes);
        better.addAll(routes.changed);
        routes.changed.clear();
        if (!shared.isShared()) {
            tell();
        }
    }

    private void tell() {
        bestCost = best.cost;
        served = best.served;
    }

    private boolean isTrue() {
        Directory directory = new Directory(source);
        KeptPlan now = new KeptPlan(problem);
        now.copy(routes, RouteSet.all(problem).routes);
        List<Assignment> assignments = words.of(now);
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

    Found found(long allIterations) {
        return new Found(words.of(best), best.cost, allIterations);
    }
}
