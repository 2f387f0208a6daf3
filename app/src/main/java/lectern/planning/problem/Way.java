package lectern.planning.problem;

/// How long a way takes, as the planner counts it: on the ground 1.3 times the great circle, at 40 km an hour.
public final class Way {
    static final double DETOUR = 1.3;
    static final double KMH = 40;
    private static final double EARTH_KM = 6371.0088;

    private Way() {}

    /// Whole minutes, rounded up. Positions in degrees, WGS 84.
    public static int minutes(double fromLat, double fromLon, double toLat, double toLon) {
        return (int) Math.ceil(DETOUR * kilometres(fromLat, fromLon, toLat, toLon) / KMH * 60);
    }

    /// Along the great circle.
    public static double kilometres(double fromLat, double fromLon, double toLat, double toLon) {
        var north = Math.sin(Math.toRadians(toLat - fromLat) / 2);
        var east = Math.sin(Math.toRadians(toLon - fromLon) / 2);
        var h = north * north + Math.cos(Math.toRadians(fromLat)) * Math.cos(Math.toRadians(toLat)) * east * east;
        return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
    }
}
