package lectern.planner.model;

/// What one unit of each cost term weighs; all 0..10¹².
///
/// @param unserved for each point of priority of a talk that is left out
/// @param travel for each minute on the road; waiting costs nothing
/// @param shift for each shift in which a speaker gives a talk at all
/// @param misfit for each hundredth that a speaker falls short of an audience
/// @param load for each speaker times the square of the number of his talks
/// @param repeat for each talk beyond the first that one speaker gives at one place
/// @param overtier for each step of tier that a talk does not need
/// @param change for each talk of the published plan that another speaker gives now
/// @param move for each talk of the published plan that the same speaker gives at another start
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
