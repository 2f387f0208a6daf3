package lectern.planner.model;

/// One stretch of a speaker's time, in minutes of the horizon.
///
/// @param start away from home no earlier, 0 … [Problem#GREATEST]
/// @param end back home no later, `start` … [Problem#GREATEST]
public record Shift(int start, int end) {

    public boolean holds(int from, long to) {
        return start <= from && to <= end;
    }
}
