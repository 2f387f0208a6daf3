package lectern.planner.search;

/// Which change for the worse to accept: fewer and fewer, the temperature falling exponentially as the run goes on.
final class Annealing {

    private final double first;
    private final double logOfFall;
    private double temperature;

    /// @param first temperature, in cost
    /// @param fall the last temperature as a share of the first
    Annealing(double first, double fall) {
        this.first = Math.max(1e-6, first);
        this.logOfFall = StrictMath.log(fall);
        this.temperature = first;
    }

    /// @param progress 0..1
    void progress(double progress) {
        temperature = first * StrictMath.exp(logOfFall * Math.min(1, progress));
    }

    double temperature() {
        return temperature;
    }

    boolean accepts(long cost, long current, RandomNumbers random) {
        return cost < current - temperature * StrictMath.log(1 - random.fraction());
    }
}
