package lectern.planner.roads;

import lectern.planner.model.Place;
import lectern.planner.model.Position.Degrees;

/// A position as the service is told it: in millionths of a degree, a tenth of a metre.
record Point(int lat, int lon) {

    private static final double PER_DEGREE = 1e6;

    static Point of(Degrees degrees) {
        return new Point((int) Math.round(degrees.lat() * PER_DEGREE), (int) Math.round(degrees.lon() * PER_DEGREE));
    }

    static Point of(Place place) {
        if (place.position() instanceof Degrees degrees) {
            return of(degrees);
        }
        throw new IllegalStateException("a place without lat and lon: " + place);
    }

    Degrees degrees() {
        return new Degrees(lat / PER_DEGREE, lon / PER_DEGREE);
    }
}
