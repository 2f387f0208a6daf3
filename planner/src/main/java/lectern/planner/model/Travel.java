package lectern.planner.model;

import static lectern.planner.model.Position.Degrees;
import static lectern.planner.model.Position.Point;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long it takes to get from place to place, in whole minutes; from a place to itself always 0.
public sealed interface Travel {

    /// Minutes from one place to another, each with its index among the problem's places.
    int minutes(int from, Place fromPlace, int to, Place toPlace);

    /// `ceil(detour × great-circle km ÷ kmh × 60)`, in doubles and with [StrictMath], so that every machine agrees.
    record Haversine(double detour, double kmh) implements Travel {

        static final double EARTH_RADIUS_KM = 6371.0088;

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            if (from == to) {
                return 0;
            }
            if (fromPlace.position() instanceof Degrees a && toPlace.position() instanceof Degrees b) {
                return (int) Math.ceil(detour * kilometres(a, b) / kmh * 60);
            }
            throw new IllegalStateException("a place without lat and lon: " + fromPlace + ", " + toPlace);
        }

        static double kilometres(Degrees a, Degrees b) {
            double sinLat = StrictMath.sin(Math.toRadians(b.lat() - a.lat()) / 2);
            double sinLon = StrictMath.sin(Math.toRadians(b.lon() - a.lon()) / 2);
            double h = sinLat * sinLat
                    + StrictMath.cos(Math.toRadians(a.lat()))
                            * StrictMath.cos(Math.toRadians(b.lat()))
                            * sinLon
                            * sinLon;
            return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(h)));
        }
    }

    /// `floor(scale × √(dx² + dy²))`
    record Euclidean(double scale) implements Travel {

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            if (from == to) {
                return 0;
            }
            if (fromPlace.position() instanceof Point a && toPlace.position() instanceof Point b) {
                double dx = a.x() - b.x();
                double dy = a.y() - b.y();
                return (int) Math.floor(scale * Math.sqrt(dx * dx + dy * dy));
            }
            throw new IllegalStateException("a place without x and y: " + fromPlace + ", " + toPlace);
        }
    }

    /// Minutes in the order of the problem's places. What stands on the diagonal is ignored.
    final class Matrix implements Travel {

        private final int[][] minutes;

        public Matrix(int[][] minutes) {
            this.minutes = Arrays.stream(minutes).map(int[]::clone).toArray(int[][]::new);
        }

        public int rows() {
            return minutes.length;
        }

        public int[] row(int from) {
            return minutes[from].clone();
        }

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return from == to ? 0 : minutes[from][to];
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Matrix matrix && Arrays.deepEquals(minutes, matrix.minutes);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(minutes);
        }
    }
}
