package lectern.planner.model;

/// Where a place lies; which kind is needed follows from [Travel].
public sealed interface Position {

    /// On the globe, in degrees: `lat` −90..90, `lon` −180..180.
    record Degrees(double lat, double lon) implements Position {}

    /// On a plane, in any unit of length.
    record Point(double x, double y) implements Position {}
}
