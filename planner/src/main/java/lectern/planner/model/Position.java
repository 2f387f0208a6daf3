package lectern.planner.model;

/// Where a place lies; which kind is needed follows from [Travel].
public sealed interface Position {

    /// On the globe, in degrees.
    ///
    /// @param lat −90..90, north above 0
    /// @param lon −180..180, east above 0
    record Degrees(double lat, double lon) implements Position {}

    /// On a plane, in any unit of length, the same for both and for [Travel.Euclidean].
    ///
    /// @param x finite
    /// @param y finite
    record Point(double x, double y) implements Position {}
}
