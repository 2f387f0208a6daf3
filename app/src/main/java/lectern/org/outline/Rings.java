package lectern.org.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/// The coordinates of a GeoJSON Polygon or MultiPolygon (RFC 7946, 3.1.6): rings of longitude and latitude, closed,
/// four positions at least. A geometry that breaks this is told with the place where it does.
final class Rings {
    /// Why a geometry is refused.
    static final class Broken extends Exception {
        private final String key;
        private final Object[] arguments;

        Broken(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = arguments;
        }

        String key() {
            return key;
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }

    private static final int FEWEST_POSITIONS = 4;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Rings() {}

    /// A point inside the area, away from its edges.
    static Coordinate pointInside(JsonNode geometry) throws Broken {
        var polygons = polygons(geometry);
        return InteriorPointArea.getInteriorPoint(GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    private static List<Polygon> polygons(JsonNode geometry) throws Broken {
        var coordinates = geometry.path("coordinates");
        var polygons = new ArrayList<Polygon>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygons.add(polygon(coordinates));
            case "MultiPolygon" -> {
                for (var each : parts(coordinates)) {
                    polygons.add(polygon(each));
                }
            }
            case String other -> throw new Broken("unit.outline.type", other);
        }
        return polygons;
    }

    private static Polygon polygon(JsonNode coordinates) throws Broken {
        var rings = new ArrayList<LinearRing>();
        for (var each : parts(coordinates)) {
            rings.add(ring(each, rings.size() + 1));
        }
        return GEOMETRIES.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions, int number) throws Broken {
        var ring = new ArrayList<Coordinate>();
        for (var each : parts(positions)) {
            ring.add(position(each, number, ring.size() + 1));
        }
        if (ring.size() < FEWEST_POSITIONS) {
            throw new Broken("unit.outline.short", number, ring.size());
        }
        if (!ring.getFirst().equals2D(ring.getLast())) {
            throw new Broken("unit.outline.open", number);
        }
        return GEOMETRIES.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate position(JsonNode position, int ring, int number) throws Broken {
        var lon = degrees(position, 0, 180);
        var lat = degrees(position, 1, 90);
        if (lon.isEmpty() || lat.isEmpty()) {
            throw new Broken("unit.outline.position", ring, number);
        }
        return new Coordinate(lon.get(), lat.get());
    }

    private static Optional<Double> degrees(JsonNode position, int index, int most) {
        return Optional.ofNullable(position.get(index))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(value -> Math.abs(value) <= most);
    }

    private static List<JsonNode> parts(JsonNode array) throws Broken {
        if (!array.isArray() || array.isEmpty()) {
            throw new Broken("unit.outline.coordinates");
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
