package lectern.planner.model;

import static lectern.planner.model.Position.Degrees;
import static lectern.planner.model.Position.Point;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long it takes to get from place to place. [Haversine] (straight line × detour) is what [#USUAL] offers,
/// [Euclidean] and [Matrix] are the other two that the file format knows, `lectern.planner.roads` asks a road service;
/// anybody may write another.
///
/// What an implementation owes its callers, who do not check it each time:
///
/// - Minutes are whole, ≥ 0, and the same each time they are asked for, as long as the object lives: the search, the
///   evaluator and the explanations each ask for themselves and must agree.
/// - From a place to itself it takes 0 minutes. There and back may differ.
/// - Many threads ask at once, some of them millions of times a second.
/// - [Problem#GREATEST] or more means that one cannot get there.
public interface Travel {

    /// On the ground 1.3 times the great circle, at 40 km an hour.
    Haversine USUAL = new Haversine(1.3, 40);

    /// Minutes from one place to another, each with its index among the problem's places.
    int minutes(int from, Place fromPlace, int to, Place toPlace);

    /// Whether no way by a third place is ever shorter than the straight one, rounding included. The search then leaves
    /// out whatever cannot be reached straight from home; say so only when it is certain.
    default boolean detoursNeverPay() {
        return false;
    }

    /// Whether the way back always takes as long as the way there. The search then keeps each figure once.
    default boolean isSymmetric() {
        return false;
    }

    /// About as long as [#minutes], in minutes; only to rank the near before the far. Worth overriding where the exact
    /// figure is dear.
    default double roughly(int from, Place fromPlace, int to, Place toPlace) {
        return minutes(from, fromPlace, to, toPlace);
    }

    /// Called once by each [Problem] that is built with this travel.
    ///
    /// @throws InvalidProblemException when its own figures, or these places, cannot be worked with
    default void check(List<Place> places) {}

    /// The straight line: `ceil(detour × great-circle km ÷ kmh × 60)`, by the haversine formula on a globe of the
    /// earth's mean radius, in doubles and with [StrictMath], so that every machine agrees. Thread-safe.
    ///
    /// @param detour by how much roads are longer than the straight line, > 0
    /// @param kmh > 0
    record Haversine(double detour, double kmh) implements Travel {

        static final double EARTH_RADIUS_KM = 6371.0088;
        private static final double KM_PER_DEGREE = 111.2;

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return from == to ? 0 : minutes(degrees(fromPlace), degrees(toPlace));
        }

        /// Minutes from one point of the globe to another.
        public int minutes(Degrees a, Degrees b) {
            return (int) Math.ceil(detour * kilometres(a, b) / kmh * 60);
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

        private static Degrees degrees(Place place) {
            if (place.position() instanceof Degrees degrees) {
                return degrees;
            }
            throw new IllegalStateException("a place without lat and lon: " + place);
        }

        /// True of great circles; rounding up keeps it.
        @Override
        public boolean detoursNeverPay() {
            return true;
        }

        @Override
        public boolean isSymmetric() {
            return true;
        }

        /// On a flat map, without trigonometry.
        @Override
        public double roughly(int from, Place fromPlace, int to, Place toPlace) {
            Degrees a = degrees(fromPlace);
            Degrees b = degrees(toPlace);
            double middle = Math.toRadians((a.lat() + b.lat()) / 2);
            double dy = b.lat() - a.lat();
            double dx = (b.lon() - a.lon()) * (1 - middle * middle / 2);
            return Math.sqrt(dx * dx + dy * dy) * KM_PER_DEGREE * detour / kmh * 60;
        }

        @Override
        public void check(List<Place> places) {
            Validation.positive("travel.detour", detour);
            Validation.positive("travel.kmh", kmh);
            Validation.checkDegrees("haversine", places);
        }
    }

    /// On a plane: `floor(scale × √(dx² + dy²))`. Rounding down, a detour may be shorter. Thread-safe.
    ///
    /// @param scale minutes per unit of length, > 0
    record Euclidean(double scale) implements Travel {

        @Override
        public boolean isSymmetric() {
            return true;
        }

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return from == to ? 0 : (int) Math.floor(roughly(from, fromPlace, to, toPlace));
        }

        @Override
        public double roughly(int from, Place fromPlace, int to, Place toPlace) {
            if (fromPlace.position() instanceof Point a && toPlace.position() instanceof Point b) {
                double dx = a.x() - b.x();
                double dy = a.y() - b.y();
                return scale * Math.sqrt(dx * dx + dy * dy);
            }
            throw new IllegalStateException("a place without x and y: " + fromPlace + ", " + toPlace);
        }

        @Override
        public void check(List<Place> places) {
            Validation.positive("travel.scale", scale);
            Validation.checkPoints(places);
        }
    }

    /// Minutes in the order of the problem's places, as many rows and columns as there are places, each 0 …
    /// [Problem#GREATEST]. What stands on the diagonal is ignored. Thread-safe.
    final class Matrix implements Travel {

        private final int[][] minutes;

        /// @param minutes `[from][to]`; copied
        public Matrix(int[][] minutes) {
            this.minutes = Arrays.stream(minutes).map(int[]::clone).toArray(int[][]::new);
        }

        public int rows() {
            return minutes.length;
        }

        /// A copy.
        public int[] row(int from) {
            return minutes[from].clone();
        }

        @Override
        public int minutes(int from, Place fromPlace, int to, Place toPlace) {
            return from == to ? 0 : minutes[from][to];
        }

        @Override
        public void check(List<Place> places) {
            Validation.checkMatrix(minutes, places.size());
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
