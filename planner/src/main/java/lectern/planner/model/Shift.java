package lectern.planner.model;

/// One stretch of a speaker's time: away from home no earlier than `start`, back no later than `end`.
public record Shift(int start, int end) {

    public boolean holds(int from, long to) {
        return start <= from && to <= end;
    }
}
