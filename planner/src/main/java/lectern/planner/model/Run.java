package lectern.planner.model;

/// How a plan was found.
///
/// @param seconds wall clock; 0 where the number of iterations was given, since such a run does not look at the clock
/// @param iterations of all threads together
/// @param seed as in the limits of the run
/// @param threads as in the limits of the run
public record Run(double seconds, long iterations, long seed, int threads) {}
