package lectern.planning.board;

import java.util.List;

/// The figures of a plan.
///
/// @param travelMinutes of all speakers, home to home, talks booked before included
/// @param clashes talks that no longer go together with what was booked meanwhile
/// @param total the cost, in the planner's points
/// @param terms what the total is made of, those above 0, the greatest first
public record Summary(
        int served, int unserved, int speakers, long travelMinutes, int clashes, long total, List<Term> terms) {
    /// @param name as in the planner's cost: `unserved`, `travel` …
    public record Term(String name, long points) {}

    public double travelEach() {
        return served == 0 ? 0 : (double) travelMinutes / served;
    }
}
