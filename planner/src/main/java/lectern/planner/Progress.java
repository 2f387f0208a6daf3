package lectern.planner;

/// How far a run is: the best plan's cost and number of talks served so far.
///
/// @param iterations of all threads together
public record Progress(double elapsedSeconds, long cost, int served, long iterations) {}
