package lectern.planner.model;

/// What one unit of each cost term weighs; all 0..10¹².
public record Weights(
        long unserved,
        long travel,
        long shift,
        long misfit,
        long load,
        long repeat,
        long overtier,
        long change,
        long move) {

    public static final Weights DEFAULT = new Weights(1000, 1, 0, 1, 5, 20, 10, 200, 50);
}
