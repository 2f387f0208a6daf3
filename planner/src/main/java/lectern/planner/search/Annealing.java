package lectern.planner.search;

/// Which change for the worse to accept: fewer and fewer, the temperature falling exponentially as the run goes on.
final class Annealing {

    private final double first;
    private final double logOfFall;
    private double temperature;

    /// @param typical cost that one served talk brings with it
    Annealing(double typical) {
        first = Math.max(1e-6, 2 * typical);
        logOfFall = StrictMath.log(0.01);
        temperature = first;
    }

    /// @param progress 0..1
    void progress(double progress) {
        temperature = first * StrictMath.exp(logOfFall * Math.min(1, progress));
    }

    boolean accepts(long cost, long current, RandomNumbers random) {
        return cost < current - temperature * StrictMath.log(1 - random.fraction());
    }
}
