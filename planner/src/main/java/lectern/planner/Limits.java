package lectern.planner;

/// How long to search.
///
/// @param seconds of wall clock, building the search's model included; not looked at when iterations are given
/// @param threads ≥ 1, each a search of its own
/// @param seed with one thread and given iterations, the same seed gives the same plan on every machine
/// @param iterations for each thread; 0 for as many as there is time for
public record Limits(double seconds, int threads, long seed, long iterations) {

    private static final int MOST_THREADS = 1_024;
    private static final double MOST_SECONDS = 1e8;

    public Limits {
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException("seconds " + seconds + " is not between 0 and " + MOST_SECONDS);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads " + threads + " is not between 1 and " + MOST_THREADS);
        }
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations " + iterations + " is below 0");
        }
    }

    public static Limits ofSeconds(double seconds) {
        return new Limits(seconds, 1, 1, 0);
    }

    public static Limits ofIterations(long iterations, long seed) {
        return new Limits(0, 1, seed, iterations);
    }
}
